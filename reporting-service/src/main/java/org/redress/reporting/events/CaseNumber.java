package org.redress.reporting.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The number by which people call a case: {@code C-20261121-000042}, the day, the day's sequence
 * (five digits or more) and a check digit over both by ISO/IEC 7064 MOD 11,10, which finds every
 * single wrong digit and nearly every transposed pair.
 */
public record CaseNumber(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("C-[0-9]{8}-[0-9]{6,18}");

    /**
     * @throws IllegalArgumentException if the form or the check digit is wrong
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CaseNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("must look like C-yyyymmdd-nnnnnn");
        }
        if (!checks(value.substring(2).replace("-", ""))) {
            throw new IllegalArgumentException("has a wrong check digit: please compare it again");
        }
    }

    private static boolean checks(String digits) {
        int product = 10;
        for (char digit : digits.substring(0, digits.length() - 1).toCharArray()) {
            int sum = (product + Character.digit(digit, 10)) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (product + Character.digit(digits.charAt(digits.length() - 1), 10)) % 10 == 1;
    }

    @Override
    public String toString() {
        return value;
    }
}
