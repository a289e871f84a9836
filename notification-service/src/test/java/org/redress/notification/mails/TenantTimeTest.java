package org.redress.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.notification.recipients.Language;

class TenantTimeTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "21:59:59, false",
        "22:00:00, true",
        "23:59:59, true",
        "00:00:00, true",
        "06:59:59, true",
        "07:00:00, false",
        "12:00:00, false"
    })
    void it_is_night_from_ten_to_seven(LocalTime time, boolean night) {
        var zone = ZoneId.of("Asia/Shanghai");
        var at = NOON.atZone(zone).with(time).toInstant();

        assertThat(new TenantTime(zone).isAtNight(at)).isEqualTo(night);
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Shanghai, 'Saturday 21 November, 20:00 (China Standard Time, UTC+8)'",
        "Asia/Kolkata, 'Saturday 21 November, 17:30 (India Standard Time, UTC+05:30)'",
        "America/New_York, 'Saturday 21 November, 07:00 (Eastern Standard Time, UTC-5)'",
        "Europe/London, 'Saturday 21 November, 12:00 (Greenwich Mean Time, UTC)'",
        "Pacific/Auckland, 'Sunday 22 November, 01:00 (New Zealand Daylight Time, UTC+13), at night'"
    })
    void a_promise_in_english_says_whose_time_it_is(ZoneId zone, String promise) {
        assertThat(new TenantTime(zone).promise(NOON, Language.EN)).isEqualTo(promise);
    }
}
