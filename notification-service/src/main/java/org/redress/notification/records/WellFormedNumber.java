package org.redress.notification.records;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;
import org.redress.notification.cases.CaseNumber;

/** A case number whose form and check digit are right, whether or not there is such a case. */
@Documented
@Constraint(validatedBy = WellFormedNumber.Check.class)
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface WellFormedNumber {
    String message() default
            "is not a case number: the form is C-yyyymmdd-nnnnnn, or the check digit is wrong";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Parses it; that it is there at all is another constraint. */
    class Check implements ConstraintValidator<WellFormedNumber, String> {
        @Override
        public boolean isValid(@Nullable String number, ConstraintValidatorContext context) {
            return number == null || CaseNumber.parse(number).isPresent();
        }
    }
}
