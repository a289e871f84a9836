package org.redress.intake.customers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Objects;
import java.util.Optional;

/** A phone number in E.164, such as {@code +8613800138000}. */
public record PhoneNumber(@JsonValue String e164) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int SHOWN_DIGITS = 4;

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
