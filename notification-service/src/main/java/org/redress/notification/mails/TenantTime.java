package org.redress.notification.mails;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.redress.notification.recipients.Language;

/** Instants as the people of the tenant's time zone read them. */
public record TenantTime(ZoneId zone) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter ZONE =
            DateTimeFormatter.ofPattern("zzzz", Locale.ENGLISH);
    private static final int EVENING = 22;
    private static final int MORNING = 7;

    /** Hours and minutes, such as {@code 03:12}. */
    public String clock(Instant instant) {
        return CLOCK.format(instant.atZone(zone));
    }

    /** Day and time, such as {@code Sunday 22 November, 10:30} or {@code 11月22日（星期日）10:30}. */
    public String moment(Instant instant, Language language) {
        var pattern =
                switch (language) {
                    case ZH -> "M月d日（EEEE）HH:mm";
                    case EN -> "EEEE d MMMM, HH:mm";
                };
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(instant.atZone(zone));
    }

    /**
     * As {@link #moment}, for a customer: whoever reads English may be elsewhere, so it says whose
     * time it is, such as {@code (China Standard Time, UTC+8)}; and it says that it is at night.
     */
    public String promise(Instant instant, Language language) {
        var at = instant.atZone(zone);
        var moment = moment(instant, language);
        return switch (language) {
            case ZH -> isAtNight(instant) ? moment + "（夜间）" : moment;
            case EN ->
                    "%s (%s, %s)%s"
                            .formatted(
                                    moment,
                                    ZONE.format(at),
                                    utc(at),
                                    isAtNight(instant) ? ", at night" : "");
        };
    }

    /** Whether people there sleep. */
    public boolean isAtNight(Instant instant) {
        var hour = instant.atZone(zone).getHour();
        return hour >= EVENING || hour < MORNING;
    }

    private static String utc(ZonedDateTime at) {
        var offset = at.getOffset();
        return offset.equals(ZoneOffset.UTC)
                ? "UTC"
                : "UTC" + offset.getId().replaceFirst("^([+-])0?(\\d+):00$", "$1$2");
    }
}
