package org.redress.notification.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.notification.WithNotification;
import org.threeten.extra.MutableClock;

/** Whoever is changed by hand in the database is known anew after a minute. */
@WithNotification
class StaffIsKnownByHeartTest {
    private static final String BEFORE = "he.jing@redress.example";

    @Inject Jdbi jdbi;
    @Inject Event<KnownPerson> news;

    private final MutableClock clock =
            MutableClock.of(Instant.parse("2026-11-20T19:07:12Z"), ZoneOffset.UTC);

    @Test
    void who_is_known_by_heart_is_looked_up_again_after_a_minute() {
        var staff = new Staff(jdbi, Optional.empty(), clock, ZoneOffset.UTC, news);
        assertThat(address(staff)).isEqualTo(BEFORE);

        // when
        reachedAt("new@redress.example");

        // then
        clock.add(Duration.ofMinutes(1).minusNanos(1));
        assertThat(address(staff)).isEqualTo(BEFORE);
        clock.add(Duration.ofNanos(1));
        assertThat(address(staff)).isEqualTo("new@redress.example");
    }

    @Test
    void who_has_just_come_is_found_at_once() {
        var staff = new Staff(jdbi, Optional.empty(), clock, ZoneOffset.UTC, news);
        assertThat(staff.find("new.one")).isEmpty();

        // when
        jdbi.useHandle(handle ->
                handle.execute(
                        "insert into staff (person_id, name, language, email)"
                                + " values ('new.one', 'New One', 'en', 'new@redress.example')"));

        // then
        assertThat(staff.find("new.one")).isPresent();
    }

    @AfterEach
    void everybodyIsAsBefore() {
        reachedAt(BEFORE);
        jdbi.useHandle(handle -> handle.execute("delete from staff where person_id = 'new.one'"));
    }

    private static String address(Staff staff) {
        return staff.find("he.jing").orElseThrow().email();
    }

    private void reachedAt(String email) {
        jdbi.useHandle(handle ->
                handle.execute("update staff set email = ? where person_id = 'he.jing'", email));
    }
}
