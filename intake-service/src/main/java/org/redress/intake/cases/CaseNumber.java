package org.redress.intake.cases;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a case for people, {@code C-20251121-000426}: the day, the day's sequence in five
 * or more digits, and a check digit by ISO/IEC 7064 MOD 11,10 over both, which catches every single
 * wrong digit and nearly every swap of two.
 */
public record CaseNumber(@JsonValue String text) {

    private static final Pattern FORM = Pattern.compile("C-([0-9]{8})-([0-9]{5,17})([0-9])");

    /**
     * A number whose form and check digit are right.
     *
     * @throws IllegalArgumentException otherwise
     */
    public CaseNumber {
        Matcher form = FORM.matcher(text);
        if (!form.matches()
                || checkDigit(form.group(1) + form.group(2)) != form.group(3).charAt(0) - '0') {
            throw new IllegalArgumentException("not a case number: " + text);
        }
    }

    /** The number of the day's n-th case, n from 1. */
    public static CaseNumber of(LocalDate day, long sequence) {
        String date = DateTimeFormatter.BASIC_ISO_DATE.format(day);
        String digits = "%05d".formatted(sequence);
        return new CaseNumber("C-" + date + "-" + digits + checkDigit(date + digits));
    }

    /** Empty if the form or the check digit is wrong. */
    public static Optional<CaseNumber> parse(String text) {
        try {
            return Optional.of(new CaseNumber(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** ISO/IEC 7064 MOD 11,10: 0 to 9. */
    static int checkDigit(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (product + digits.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }

    @Override
    public String toString() {
        return text;
    }
}
