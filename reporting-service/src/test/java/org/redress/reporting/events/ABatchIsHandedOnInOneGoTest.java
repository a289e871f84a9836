package org.redress.reporting.events;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.redress.platform.messaging.Inbox;
import org.redress.reporting.LiveCase;
import org.redress.reporting.WithPlatform;

@WithPlatform
class ABatchIsHandedOnInOneGoTest {
    @Inject Inbox inbox;
    @Inject HandedOn handedOn;

    @Test
    void and_every_case_in_it_is_published_once() {
        var one = LiveCase.ofToday();
        var other = LiveCase.ofToday();
        var batch = new ArrayList<>(kettle(one));
        batch.addAll(kettle(other));

        receive(batch);

        one.awaitFact(fact -> fact.path("status").asText().equals("CLOSED"));
        other.awaitFact(fact -> fact.path("status").asText().equals("CLOSED"));
        assertThat(one.facts()).hasSize(1);
        assertThat(other.facts()).hasSize(1);
    }

    @Test
    void in_one_event_of_ours_for_all_its_cases() {
        var one = LiveCase.ofToday();
        var other = LiveCase.ofToday();
        var batch = new ArrayList<>(kettle(one));
        batch.addAll(kettle(other));

        receive(batch);

        assertThat(handedOn.about(one)).hasSize(1).isEqualTo(handedOn.about(other));
        assertThat(handedOn.about(one).getFirst().all()).hasSize(batch.size());
    }

    @Test
    void and_what_reads_the_same_after_a_replay_is_not_published_again() {
        var customerCase = LiveCase.ofToday();
        receive(kettle(customerCase));
        customerCase.awaitFact(_ -> true);

        receive(kettle(customerCase));
        customerCase.tells(EventType.ESCALATION_RAISED, "kettle-b-holder");

        customerCase.awaitFact(fact -> fact.get("pages").asInt() == 2);
        assertThat(customerCase.facts())
                .extracting(fact -> fact.json().get("factVersion").asLong())
                .hasSize(2)
                .isSorted();
    }

    private void receive(List<ConsumerRecord<String, byte[]>> batch) {
        inbox.receive(
                "events",
                new ConsumerRecords<>(
                        Map.of(new TopicPartition("redress.cases", 0), batch), Map.of()));
    }

    private static List<ConsumerRecord<String, byte[]>> kettle(LiveCase customerCase) {
        return List.of(
                customerCase.consumed(EventType.REGISTERED, "kettle", 0),
                customerCase.consumed(EventType.ASSESSED, "kettle", 1),
                customerCase.consumed(EventType.ASSIGNED, "kettle", 2),
                customerCase.consumed(EventType.ESCALATION_RAISED, "kettle-a-holder", 3),
                customerCase.consumed(EventType.RESOLVED, "kettle", 4),
                customerCase.consumed(EventType.CLOSED, "kettle", 5));
    }
}
