package org.redress.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnOrderToReplayTest {

    @ParameterizedTest
    @CsvSource({
        "things.tester.dlq, true",
        "things.other.dlq, false",
        "things.best-tester.dlq, false",
        "things.tester.retry, false",
        "things, false",
    })
    void is_about_the_letters_of_one_service(String topic, boolean meant) {
        assertThat(ReplayOrder.parse("--service", "tester").isMeant(topic)).isEqualTo(meant);
    }

    @Test
    void may_name_topics_by_the_event_s_or_by_the_letter_s() {
        // when
        var order =
                ReplayOrder.parse(
                        "--service", "tester", "--topic", "things", "--topic", "toys.tester.dlq");

        // then
        assertThat(order.isMeant("things.tester.dlq")).isTrue();
        assertThat(order.isMeant("toys.tester.dlq")).isTrue();
        assertThat(order.isMeant("tools.tester.dlq")).isFalse();
    }

    @Test
    void may_name_a_key_and_words_of_the_reason_and_then_means_both() {
        // when
        var order = ReplayOrder.parse("--service", "tester", "--key", "a", "--reason", "not JSON");

        // then
        assertThat(order.isMeant("a", "Thing: not JSON")).isTrue();
        assertThat(order.isMeant("b", "Thing: not JSON")).isFalse();
        assertThat(order.isMeant("a", "foreign type")).isFalse();
        assertThat(order.isMeant("a", null)).isFalse();
        assertThat(order.isMeant(null, "not JSON")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --service a                          | true  | false
                    --service a --topic b                | true  | false
                    --service a --dry-run                | false | false
                    --service a --key b                  | false | true
                    --service a --reason b               | false | true
                    --service a --from-beginning         | false | true
                    """)
    void leaves_a_mark_only_where_it_went_through_everything(
            String words, boolean remembered, boolean partial) {
        var order = ReplayOrder.parse(words.split(" ", -1));
        assertThat(order.isRemembered()).isEqualTo(remembered);
        assertThat(order.isPartial()).isEqualTo(partial);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--dry-run", "--service", "--service a --key", "--service a b"})
    void that_is_not_complete_is_not_carried_out(String words) {
        var arguments = words.isEmpty() ? new String[0] : words.split(" ", -1);
        assertThatThrownBy(() -> ReplayOrder.parse(arguments))
                .isInstanceOf(ReplayOrder.Misunderstood.class);
    }
}
