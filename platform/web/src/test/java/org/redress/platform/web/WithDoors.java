package org.redress.platform.web;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.redress.local.testing.LocalInfrastructure;

/** A test of the running doors with a real PostgreSQL, started once for all. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalInfrastructure.class,
        initArgs = {
            @ResourceArg(name = "database", value = "web"),
            @ResourceArg(name = "contract", value = "src/test/resources/nothing.yaml")
        })
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface WithDoors {}
