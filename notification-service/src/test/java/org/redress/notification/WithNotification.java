package org.redress.notification;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.redress.local.testing.LocalInfrastructure;

/** A test of the running service with a real PostgreSQL, Kafka and mail server, once for all. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalInfrastructure.class,
        initArgs = {
            @ResourceArg(name = "database", value = "notification"),
            @ResourceArg(name = "mail", value = "true")
        })
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithNotification {}
