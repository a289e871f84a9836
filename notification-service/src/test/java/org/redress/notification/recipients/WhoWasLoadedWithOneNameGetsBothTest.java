package org.redress.notification.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.notification.WithNotification;

/** A database from before people had a name in each language. */
@WithNotification
class WhoWasLoadedWithOneNameGetsBothTest {
    @Inject Jdbi jdbi;
    @Inject Event<KnownPerson> news;

    @Test
    void at_the_next_start_and_nothing_else_changes() {
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        update staff set name_zh = null, name_en = null, email = 'new@redress.example'
                        where person_id = 'he.jing'
                        """));
        var staff = new Staff(jdbi, Optional.empty(), Clock.systemUTC(), ZoneOffset.UTC, news);
        assertThat(staff.namesFor(Language.ZH).apply("he.jing")).isEqualTo("He Jing");

        // when
        staff.loadAtFirstStart(new StartupEvent());

        // then
        assertThat(staff.namesFor(Language.ZH).apply("he.jing")).isEqualTo("何静");
        assertThat(staff.namesFor(Language.EN).apply("he.jing")).isEqualTo("He Jing");
        assertThat(staff.find("he.jing").orElseThrow().email()).isEqualTo("new@redress.example");
        assertThat(staff.namesFor(Language.ZH).apply("nobody")).isEqualTo("nobody");
    }

    @AfterEach
    void theAddressIsAsBefore() {
        jdbi.useHandle(handle ->
                handle.execute(
                        "update staff set email = 'he.jing@redress.example'"
                                + " where person_id = 'he.jing'"));
    }
}
