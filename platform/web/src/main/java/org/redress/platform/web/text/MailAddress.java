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
import org.jspecify.annotations.Nullable;

/** An address that mail can be sent to: {@link MailAddresses}. Null passes. */
@Documented
@Constraint(validatedBy = MailAddress.Check.class)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.RECORD_COMPONENT,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface MailAddress {

    /** The answer's text. */
    String message() default "must be an e-mail address such as name@example.com";

    /** Validation groups: none. */
    Class<?>[] groups() default {};

    /** Payload: none. */
    Class<? extends Payload>[] payload() default {};

    /** Asks {@link MailAddresses}. */
    class Check implements ConstraintValidator<MailAddress, String> {

        @Override
        public boolean isValid(@Nullable String address, ConstraintValidatorContext context) {
            return address == null || MailAddresses.isDeliverable(address);
        }
    }
}
