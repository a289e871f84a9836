package org.redress.e2e;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.redress.local.Platform;

/** The week that begins with the next Monday, lived through by moving the platform's clocks. */
final class Week {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Clock WALL = Clock.system(ZONE);

    private final Platform platform;
    private final LocalDate monday;

    Week(Platform platform) {
        this.platform = platform;
        this.monday = LocalDate.now(WALL).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    LocalDate date(DayOfWeek day) {
        return monday.with(TemporalAdjusters.nextOrSame(day));
    }

    Instant instant(DayOfWeek day, String time) {
        return date(day).atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    /** It is this time of the week now, for all services. */
    void goOnTo(DayOfWeek day, String time) {
        var now = WALL.instant().plus(platform.moveAhead(Duration.ZERO));
        platform.moveAhead(Duration.between(now, instant(day, time)));
    }
}
