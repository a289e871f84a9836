package org.redress.intake.forms;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Text that a person can read: not blank, no control characters, no broken Unicode. */
@Documented
@Constraint(validatedBy = {})
@Pattern(
        regexp = "(?s)(?=.*\\S)[[^\\p{Cc}\\p{Cs}]\\r\\n\\t]*",
        message = "must not be blank or hold control characters")
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

    /** The answer's text. */
    String message() default "must not be blank or hold control characters";

    /** Validation groups: none. */
    Class<?>[] groups() default {};

    /** Payload: none. */
    Class<? extends Payload>[] payload() default {};
}
