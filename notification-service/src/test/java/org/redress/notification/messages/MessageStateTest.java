package org.redress.notification.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.notification.messages.MessageState.FAILED;
import static org.redress.notification.messages.MessageState.QUEUED;
import static org.redress.notification.messages.MessageState.SENDING;
import static org.redress.notification.messages.MessageState.SENT;
import static org.redress.notification.messages.MessageState.SUPPRESSED;
import static org.redress.notification.messages.MessageState.WAITING;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MessageStateTest {
    /** Every move there is: a state that is not in its line may not follow. */
    static Stream<Arguments> moves() {
        return Stream.of(
                Arguments.of(WAITING, List.of(QUEUED, SUPPRESSED)),
                Arguments.of(QUEUED, List.of(SENDING, SUPPRESSED)),
                Arguments.of(SENDING, List.of(QUEUED, SENDING, SENT, FAILED, SUPPRESSED)),
                Arguments.of(SENT, List.of()),
                Arguments.of(FAILED, List.of()),
                Arguments.of(SUPPRESSED, List.of()));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void aMessageMovesOnlyAsTheTableSays(MessageState from, List<MessageState> to) {
        assertThat(from.next()).containsExactlyInAnyOrderElementsOf(to);
    }
}
