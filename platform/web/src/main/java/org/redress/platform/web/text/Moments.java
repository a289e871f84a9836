package org.redress.platform.web.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which moments and days anybody may name: what lies outside is a slip of the pen or an attack, and
 * some store or calendar behind the door would choke on it.
 */
public final class Moments {

    /** The first moment that is taken. */
    public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** The first moment that is no longer taken. */
    public static final Instant END = Instant.parse("2101-01-01T00:00:00Z");

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)");

    private Moments() {}

    /** Whether it is of the years 2000 to 2100. */
    public static boolean isSensible(@Nullable Instant moment) {
        return moment != null && !moment.isBefore(EARLIEST) && moment.isBefore(END);
    }

    /** Whether it is of the years 1900 to 2100. */
    public static boolean isSensible(@Nullable LocalDate day) {
        return day != null && !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    /** Whether it has the form of a moment with its zone, such as {@code 2026-11-21T06:02:10Z}. */
    public static boolean isWritten(String text) {
        return WRITTEN.matcher(text).matches();
    }
}
