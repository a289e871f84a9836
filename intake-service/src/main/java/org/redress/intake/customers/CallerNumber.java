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

/**
 * What a telephone system may say of where a call came from: a number that the numbering plans know
 * or could know, an extension of the house included; that it can be dialled is another question.
 */
@Documented
@Constraint(validatedBy = CallerNumber.Check.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CallerNumber {

    /** The answer's text. */
    String message() default "must be a phone number";

    /** Validation groups: none. */
    Class<?>[] groups() default {};

    /** Payload: none. */
    Class<? extends Payload>[] payload() default {};

    /** Asks the numbering plans. */
    @ApplicationScoped
    class Check implements ConstraintValidator<CallerNumber, String> {

        private final String region;

        Check(@ConfigProperty(name = "redress.region") String region) {
            this.region = region;
        }

        @Override
        public boolean isValid(@Nullable String number, ConstraintValidatorContext context) {
            return number == null || PhoneNumber.isPossible(number, region);
        }
    }
}
