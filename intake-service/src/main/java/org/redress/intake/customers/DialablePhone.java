package org.redress.intake.customers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** A number that could be dialled; without a country code it is one of {@code redress.region}. */
@Documented
@Constraint(validatedBy = DialablePhone.Check.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DialablePhone {

    /** The answer's text. */
    String message() default "must be a phone number, with its country code if it is a foreign one";

    /** Validation groups: none. */
    Class<?>[] groups() default {};

    /** Payload: none. */
    Class<? extends Payload>[] payload() default {};

    /** Asks the numbering plans. */
    @ApplicationScoped
    class Check implements ConstraintValidator<DialablePhone, String> {

        private final String region;

        Check(@ConfigProperty(name = "redress.region") String region) {
            this.region = region;
        }

        @Override
        public boolean isValid(@Nullable String phone, ConstraintValidatorContext context) {
            return phone == null || PhoneNumber.parse(phone, region).isPresent();
        }
    }
}
