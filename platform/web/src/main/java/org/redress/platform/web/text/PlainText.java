package org.redress.platform.web.text;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Text of one or more lines that a person can read: {@link PlainTexts}. Null passes. */
@Documented
@Constraint(validatedBy = PlainText.Check.class)
@Pattern(regexp = PlainTexts.TEXT_PATTERN)
@ReportAsSingleViolation
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.METHOD,
    ElementType.RECORD_COMPONENT,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

    /** The answer's text. */
    String message() default PlainTexts.MESSAGE;

    /** Validation groups: none. */
    Class<?>[] groups() default {};

    /** Payload: none. */
    Class<? extends Payload>[] payload() default {};

    /** What the pattern, which JavaScript must understand too, can't say. */
    class Check implements ConstraintValidator<PlainText, String> {

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || PlainTexts.isText(text);
        }
    }
}
