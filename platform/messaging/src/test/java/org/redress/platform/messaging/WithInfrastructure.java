package org.redress.platform.messaging;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.redress.local.testing.LocalInfrastructure;

/** A test with a real PostgreSQL and a real Kafka, the same for all of them. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalInfrastructure.class,
        initArgs = {
            @ResourceArg(name = "database", value = "messaging"),
            @ResourceArg(name = "contract", value = "src/test/resources/things.yaml")
        })
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface WithInfrastructure {}
