package org.redress.escalation.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The case for people: {@code C-yyyymmdd-nnnnnn}, its last digit an ISO/IEC 7064 MOD 11,10 check.
 */
public record CaseNumber(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("C-(\\d{8})-(\\d{6,18})");

    /** Takes what intake issued: only the form is looked at. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CaseNumber {
        if (!FORM.matcher(Objects.requireNonNull(value, "caseNumber")).matches()) {
            throw new IllegalArgumentException("case number is not of the form C-yyyymmdd-nnnnnn");
        }
    }

    /** Whether a number that a person typed has the form and a check digit that fits. */
    public static boolean isGenuine(String typed) {
        Matcher form = FORM.matcher(typed);
        return form.matches() && checks(form.group(1) + form.group(2));
    }

    private static boolean checks(String digits) {
        int product = 10;
        for (char digit : digits.substring(0, digits.length() - 1).toCharArray()) {
            int sum = (product + Character.digit(digit, 10)) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        int check = Character.digit(digits.charAt(digits.length() - 1), 10);
        return (product + check) % 10 == 1;
    }

    @Override
    public String toString() {
        return value;
    }
}
