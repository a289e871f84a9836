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
}
