package org.redress.reporting.facts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.reporting.events.EventType.ASSESSED;
import static org.redress.reporting.events.EventType.ASSIGNED;
import static org.redress.reporting.events.EventType.ESCALATION_RAISED;
import static org.redress.reporting.events.EventType.MESSAGE_SENT;
import static org.redress.reporting.events.EventType.REGISTERED;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestTopics;
import org.redress.platform.testing.Contract;
import org.redress.reporting.LiveCase;
import org.redress.reporting.WithPlatform;

@WithPlatform
class TheFactOfACaseIsPublishedTest {

    @Test
    void once_it_is_registered_in_the_words_of_the_contract() {
        var customerCase = LiveCase.ofToday();

        customerCase.tells(REGISTERED, "kettle");
        var fact = customerCase.awaitFact(_ -> true);

        assertThat(Contract.of("redress.bi.case-fact.v1").faults(fact.text())).isEmpty();
        assertThat(Contract.faultsOfHeaders(fact.headers())).isEmpty();
        assertThat(fact.type()).isEqualTo("redress.bi.case-fact.v1");
        assertThat(fact.attribute("mode")).isEqualTo("REAL");
        assertThat(fact.attribute("subject")).isEqualTo(customerCase.number());
        assertThat(fact.attribute("correlationid")).isEqualTo(customerCase.caseId());
        assertThat(fact.json().get("status").asText()).isEqualTo("NEW");
    }

    @Test
    void events_that_came_before_the_registration_are_kept_and_published_with_it() {
        var customerCase =
                LiveCase.ofToday()
                        .tells(ESCALATION_RAISED, "kettle-a-holder")
                        .tells(MESSAGE_SENT, "kettle-page-b-holder")
                        .tells(ASSIGNED, "kettle")
                        .tells(ASSESSED, "kettle");
        LiveCase.ofToday().tells(REGISTERED, "late-parcel").awaitFact(_ -> true);
        assertThat(customerCase.facts()).isEmpty();

        customerCase.tells(REGISTERED, "kettle");

        customerCase.awaitFact(fact ->
                fact.path("severity").asText().equals("CRITICAL")
                        && fact.get("pages").asInt() == 1
                        && fact.get("messagesSent").asInt() == 1
                        && fact.path("ownerUnit").asText().equals("hq/quality"));
        assertThat(customerCase.facts().getLast().attribute("orgunit")).isEqualTo("hq/quality");
    }

    @Test
    void what_is_no_event_of_ours_goes_to_the_dead_letters_and_the_rest_goes_on() {
        var customerCase = LiveCase.ofToday();
        TestTopics.publishRaw(
                "redress.cases", customerCase.caseId(), Map.of(), "rubbish".getBytes(UTF_8));
        TestTopics.publish("redress.cases", customerCase.caseId(), "org.foreign.event", "{}");
        customerCase.tells(REGISTERED, "kettle", payload -> payload.remove("channel"));
        TestTopics.publish(
                "redress.cases",
                customerCase.caseId(),
                REGISTERED.type(),
                Map.of("correlationid", customerCase.caseId()),
                Contract.of(REGISTERED.type()).example("kettle").toString());

        customerCase.tells(REGISTERED, "kettle");

        customerCase.awaitFact(_ -> true);
        assertThat(TestTopics.read("redress.cases.reporting.dlq", customerCase.caseId()))
                .extracting(letter -> letter.headers().get("dead-letter-reason"))
                .hasSize(4)
                .contains("extension 'mode' missing or unknown");
    }
}
