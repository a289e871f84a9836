package org.redress.notification.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.notification.WithNotification;

/** People are as the organisation says, and reached where the staff file says (ADR 14). */
@WithNotification
class WhoIsHereTodayTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** The first of December, in Shanghai. */
    private static final Clock NIGHT = Clock.fixed(Instant.parse("2026-11-30T17:00:00Z"), SHANGHAI);

    @Inject Jdbi jdbi;
    @Inject Event<KnownPerson> news;

    @Test
    void they_are_called_and_written_to_as_the_organisation_says() {
        undone(staff -> {
            // when
            staff.tell(heJing("何静怡", Language.ZH, 2));

            // then
            var now = staff.find("he.jing").orElseThrow();
            assertThat(now.name()).isEqualTo("何静怡");
            assertThat(now.language()).isEqualTo(Language.ZH);
            assertThat(now.email()).isEqualTo("he.jing@redress.example");
        });
    }

    @Test
    void in_the_language_of_the_staff_file_where_the_organisation_says_none() {
        undone(staff -> {
            staff.tell(heJing("何静怡", null, 2));

            assertThat(staff.find("he.jing").orElseThrow().language()).isEqualTo(Language.EN);
        });
    }

    @Test
    void who_is_gone_is_written_to_no_more_and_still_called_by_name() {
        undone(staff -> {
            // when
            staff.tell(heJing(null, null, false));

            // then
            assertThat(staff.find("he.jing")).isEmpty();
            assertThat(staff.namesFor(Language.ZH).apply("he.jing")).isEqualTo("何静");
        });
    }

    @ParameterizedTest(name = "from {0} until {1}: {2}")
    @CsvSource({
        "           ,            , true",
        " 2026-12-01, 2026-12-01 , true",
        " 2026-12-02,            , false",
        "           , 2026-11-30 , false"
    })
    void days_are_the_tenants(@Nullable LocalDate first, @Nullable LocalDate last, boolean isHere) {
        undone(staff -> {
            staff.tell(heJing(first, last, true));

            assertThat(staff.find("he.jing").isPresent()).isEqualTo(isHere);
        });
    }

    @Test
    void a_newcomer_without_an_address_is_called_by_name_and_not_written_to() {
        undone(staff -> {
            staff.tell(person("emma.lin", "林艾玛", Language.EN, null, null, true, 6));

            assertThat(staff.find("emma.lin")).isEmpty();
            assertThat(staff.namesFor(Language.ZH).apply("emma.lin")).isEqualTo("林艾玛");
        });
    }

    @Test
    void what_is_told_again_or_late_changes_nothing() {
        undone(staff -> {
            // given
            staff.tell(heJing("何静怡", Language.ZH, 3));

            // when
            staff.tell(heJing("何静怡", Language.ZH, 3));
            staff.tell(heJing("何静", Language.EN, 2));

            // then
            assertThat(staff.find("he.jing").orElseThrow().name()).isEqualTo("何静怡");
        });
    }

    /** In a transaction that leaves nothing behind: everybody is as before. */
    private void undone(Consumer<Staff> story) {
        QuarkusTransaction.begin();
        try {
            story.accept(new Staff(jdbi, Optional.empty(), NIGHT, SHANGHAI, news));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static KnownPerson heJing(String zh, @Nullable Language language, long version) {
        return person("he.jing", zh, language, null, null, true, version);
    }

    private static KnownPerson heJing(
            @Nullable LocalDate first, @Nullable LocalDate last, boolean active) {
        return person("he.jing", "何静", null, first, last, active, 2);
    }

    private static KnownPerson person(
            String id,
            String zh,
            @Nullable Language language,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            boolean active,
            long version) {
        return new KnownPerson(
                id, new PersonName(zh, "He Jing"), language, first, last, active, version);
    }
}
