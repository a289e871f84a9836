package org.redress.notification.cases;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a case as somebody types it, {@code C-20261121-000420}: the day, the day's sequence
 * and a check digit by ISO/IEC 7064 MOD 11,10 over both. What comes on topics was made by intake
 * and is not looked at.
 */
public record CaseNumber(String text) {
    private static final Pattern FORM = Pattern.compile("C-[0-9]{8}-[0-9]{6,18}");

    public CaseNumber {
        if (!FORM.matcher(text).matches() || !isChecked(text)) {
            throw new IllegalArgumentException("not a case number: " + text);
        }
    }

    /** Empty if the form or the check digit is wrong. */
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

    @Override
    public String toString() {
        return text;
    }
}
