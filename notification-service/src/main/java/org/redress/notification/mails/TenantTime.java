package org.redress.notification.mails;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.redress.notification.recipients.Language;

/** Instants as the people of the tenant's time zone read them. */
public record TenantTime(ZoneId zone) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

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
}
