package org.redress.intake.customers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** A phone number in E.164, such as {@code +8613800138000}. */
public record PhoneNumber(@JsonValue String e164) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int SHOWN_DIGITS = 4;
    private static final Pattern EXTENSION = Pattern.compile("[0-9]{3,6}");

    @JsonCreator
    public PhoneNumber {
        Objects.requireNonNull(e164);
    }

    /**
     * Reads a number as people write it; without a country code it is one of {@code region}.
     *
     * @param region ISO 3166 code of two letters
     * @return empty if no such number can exist
     */
    public static Optional<PhoneNumber> parse(String written, String region) {
        try {
            var number = NUMBERS.parse(written, region);
            return NUMBERS.isValidNumber(number)
                    ? Optional.of(new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException _) {
            return Optional.empty();
        }
    }

    /** Whether it has the form and length of a number, be it a short one that is local only. */
    static boolean isPossible(String written, String region) {
        try {
            return switch (NUMBERS.isPossibleNumberWithReason(NUMBERS.parse(written, region))) {
                case IS_POSSIBLE, IS_POSSIBLE_LOCAL_ONLY -> true;
                case INVALID_COUNTRY_CODE, TOO_SHORT, INVALID_LENGTH, TOO_LONG ->
                        EXTENSION.matcher(written).matches();
            };
        } catch (NumberParseException _) {
            return false;
        }
    }

    /**
     * Enough to tell whether it is the right number, not enough to call it: the last four digits.
     */
    public String masked() {
        int hidden = e164.length() - SHOWN_DIGITS;
        return "*".repeat(hidden) + e164.substring(hidden);
    }

    @Override
    public String toString() {
        return masked();
    }
}
