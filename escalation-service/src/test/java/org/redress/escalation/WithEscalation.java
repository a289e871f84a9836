package org.redress.escalation;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.redress.local.testing.LocalInfrastructure;

/**
 * A test of the whole service with a real PostgreSQL and a real Kafka; its time is moved by hand.
 */
@QuarkusTest
@QuarkusTestResource(
        value = LocalInfrastructure.class,
        initArgs = @ResourceArg(name = "database", value = "escalation"))
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface WithEscalation {}
