package org.redress.notification.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.redress.notification.Contracts;

class TheHandlingTopicTest {
    @Test
    void everyExampleOfAPageIsUnderstood() {
        assertThat(Contracts.examples("escalation/escalation.raised.v1", EscalationRaised.class))
                .isNotEmpty()
                .allSatisfy(raised -> assertThat(raised.page().unit()).startsWith("hq"));
    }

    @Test
    void everyExampleOfAnAcknowledgmentIsUnderstood() {
        assertThat(
                        Contracts.examples(
                                "escalation/escalation.acknowledged.v1",
                                EscalationAcknowledged.class))
                .isNotEmpty()
                .allSatisfy(acknowledged -> assertThat(acknowledged.via()).isNotBlank());
    }

    @Test
    void everyExampleOfAResolutionIsUnderstood() {
        assertThat(Contracts.examples("escalation/case.resolved.v1", CaseResolved.class))
                .isNotEmpty()
                .allSatisfy(resolved -> assertThat(resolved.resolution()).isNotBlank());
    }

    @Test
    void everyExampleOfHowACallEndsIsUnderstood() {
        assertThat(Contracts.examples("escalation/escalation.settled.v1", EscalationSettled.class))
                .isNotEmpty()
                .allSatisfy(settled -> assertThat(settled.end().at()).isNotNull());
        assertThat(Contracts.examples("escalation/case.closed.v1", CaseClosed.class))
                .isNotEmpty()
                .allSatisfy(closed -> assertThat(closed.end().outcome()).isNotNull());
    }

    @Test
    void everyExampleOfAnAlertIsUnderstood() {
        assertThat(Contracts.examples("escalation/alert.paged.v1", AlertPaged.class))
                .isNotEmpty()
                .allSatisfy(paged -> assertThat(paged.page().thing()).isNotBlank());
        assertThat(Contracts.examples("escalation/alert.settled.v1", AlertSettled.class))
                .isNotEmpty();
    }
}
