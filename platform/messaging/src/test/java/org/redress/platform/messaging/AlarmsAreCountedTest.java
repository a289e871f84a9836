package org.redress.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlarmsAreCountedTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private final Tallies tallies = new Tallies(MINUTE);

    @Test
    void the_first_may_be_told_at_once_and_the_next_only_after_a_minute() {
        // when
        assertThat(tallies.add(alarm("a"), NOW)).isTrue();
        tallies.told(tallies.due(NOW).getFirst(), NOW);

        // then
        assertThat(tallies.add(alarm("a"), NOW.plusSeconds(59))).isFalse();
        assertThat(tallies.add(alarm("b"), NOW.plusSeconds(59))).isTrue();
        assertThat(tallies.add(alarm("a"), NOW.plus(MINUTE))).isTrue();
    }

    @Test
    void what_happens_while_one_is_told_is_told_with_the_next() {
        // given
        tallies.add(alarm("a"), NOW);
        tallies.add(alarm("a"), NOW.plusSeconds(1));
        var told = tallies.due(NOW.plusSeconds(2)).getFirst();
        tallies.add(alarm("a"), NOW.plusSeconds(3));

        // when
        tallies.told(told, NOW.plusSeconds(4));

        // then
        assertThat(told.count()).isEqualTo(2);
        assertThat(told.since()).isEqualTo(NOW);
        assertThat(tallies.due(NOW.plusSeconds(63))).isEmpty();
        assertThat(tallies.due(NOW.plusSeconds(64)))
                .singleElement()
                .extracting(Tallies.Tally::count)
                .isEqualTo(1);
    }

    @Test
    void one_after_a_long_silence_happened_first_just_now() {
        // given
        tallies.add(alarm("a"), NOW);
        tallies.told(tallies.due(NOW).getFirst(), NOW);

        // when
        tallies.add(alarm("a"), NOW.plusSeconds(40));

        // then
        assertThat(tallies.rest(NOW.plusSeconds(40))).isEqualTo(Duration.ofSeconds(20));
        assertThat(tallies.due(NOW.plusSeconds(60)).getFirst().since())
                .isEqualTo(NOW.plusSeconds(40));
    }

    @Test
    void nothing_to_tell_is_a_rest_of_a_minute_and_something_overdue_is_none() {
        assertThat(tallies.rest(NOW)).isEqualTo(MINUTE);
        tallies.add(alarm("a"), NOW);
        assertThat(tallies.rest(NOW.plusSeconds(5))).isZero();
    }

    @Test
    void of_more_than_a_thousand_kinds_the_rest_is_not_remembered_until_there_is_room() {
        // given
        IntStream.range(0, 1_000).forEach(n -> tallies.add(alarm("thing " + n), NOW));

        // when
        assertThat(tallies.add(alarm("one too many"), NOW)).isFalse();
        assertThat(tallies.due(NOW)).hasSize(1_000);
        tallies.due(NOW).forEach(each -> tallies.told(each, NOW));

        // then
        assertThat(tallies.due(NOW.plus(MINUTE))).isEmpty();
        assertThat(tallies.add(alarm("one too many"), NOW.plus(MINUTE))).isTrue();
    }

    @Test
    void what_an_alarm_says_is_as_long_as_the_contract_allows_and_never_empty() {
        // when
        var alarm = new Alarm("KIND", "t".repeat(201), " \n", null);

        // then
        assertThat(alarm.thing()).hasSize(200);
        assertThat(alarm.reason()).isEqualTo("-");
        assertThat(new Alarm("KIND", "t", "r".repeat(501), null).reason()).hasSize(500);
    }

    private static Alarm alarm(String thing) {
        return new Alarm("DEAD_LETTER", thing, "x", null);
    }
}
