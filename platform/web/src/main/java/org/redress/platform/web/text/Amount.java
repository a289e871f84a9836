package org.redress.platform.web.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount of at least 0 with so many digits at most. Unlike {@code @Digits} it is not fooled by
 * an exponent ({@code 1e2147483647}), and it computes none. Null passes.
 */
@Documented
@Constraint(validatedBy = Amount.Check.class)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
public @interface Amount {

    /** How many digits may stand before the point. */
    int integers() default 12;

    /** How many digits may stand behind the point. */
    int decimals() default 3;

    /** The answer's text. */
    String message() default
            "must be 0 or more, with at most {integers} digits before and {decimals} behind the point";

    /** Validation groups: none. */
    Class<?>[] groups() default {};

    /** Payload: none. */
    Class<? extends Payload>[] payload() default {};

    /** Counts the digits by precision and scale. */
    class Check implements ConstraintValidator<Amount, BigDecimal> {

        private int integers;
        private int decimals;

        @Override
        public void initialize(Amount limits) {
            integers = limits.integers();
            decimals = limits.decimals();
        }

        @Override
        public boolean isValid(@Nullable BigDecimal amount, ConstraintValidatorContext context) {
            return amount == null
                    || (amount.signum() >= 0
                            && amount.scale() <= decimals
                            && (long) amount.precision() - amount.scale() <= integers);
        }
    }
}
