package org.redress.triage.cases;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a case for people, {@code C-20261121-000420}: the day, the day's sequence, and a
 * check digit by ISO/IEC 7064 MOD 11,10 over both.
 */
public record CaseNumber(@JsonValue String text) {

    private static final Pattern FORM = Pattern.compile("C-[0-9]{8}-[0-9]{6,18}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CaseNumber {
        if (!FORM.matcher(text).matches() || !isChecked(text)) {
            throw new IllegalArgumentException("is not a case number, or mistyped");
        }
    }

    /** The number; empty if its form or its check digit is wrong. */
    public static Optional<CaseNumber> parse(String text) {
        try {
            return Optional.of(new CaseNumber(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** By the standard, the running product over all digits ends at 1. */
    private static boolean isChecked(String text) {
        int product = 10;
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                sum = (product + text.charAt(i) - '0') % 10;
                product = (sum == 0 ? 10 : sum) * 2 % 11;
            }
        }
        return sum == 1;
    }
}
