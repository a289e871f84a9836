package org.redress.reporting.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.local.testing.SchemaExtremes;
import org.redress.local.testing.SchemaExtremes.Extreme;
import org.redress.platform.testing.Contract;
import org.redress.reporting.Deliveries;
import org.redress.reporting.LiveCase;
import org.redress.reporting.Story;
import org.redress.reporting.WithPlatform;
import org.redress.reporting.events.CaseEvent;
import org.redress.reporting.events.CaseEvents;
import org.redress.reporting.events.CaseNumber;
import org.redress.reporting.events.EventType;
import org.redress.reporting.facts.FactFixtures;
import org.redress.reporting.facts.Facts;
import org.redress.reporting.facts.Journal;

/** Whatever a contract allows at its limits becomes part of a fact and of a story. */
@WithPlatform
class EverythingAllowedIsStoredTest {
    private static final int BATCH = 200;

    @Inject Deliveries deliveries;
    @Inject Facts facts;
    @Inject Journal journal;
    @Inject Event<CaseEvents> arrived;

    private final List<Sentences> languages =
            List.of(
                    new Sentences(Locale.ENGLISH, FactFixtures.SHANGHAI),
                    new Sentences(Locale.SIMPLIFIED_CHINESE, FactFixtures.SHANGHAI));

    @ParameterizedTest
    @EnumSource
    void of_every_event_that_reporting_reads(EventType type) {
        // given
        Map<LiveCase, Extreme> cases = new LinkedHashMap<>();
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (var extreme : extremes(type)) {
            var customerCase = LiveCase.ofToday();
            cases.put(customerCase, extreme);
            records.add(customerCase.consumed(type, extreme.payload(), records.size()));
        }

        // when
        for (int from = 0; from < records.size(); from += BATCH) {
            deliveries.receive(records.subList(from, Math.min(from + BATCH, records.size())));
        }

        // then
        cases.forEach(this::assertToldOf);
    }

    @Test
    void once_however_often_it_is_handed_on() {
        var story = Story.ofADrill().registered();
        var told = story.events().stream().map(EverythingAllowedIsStoredTest::caused).toList();

        QuarkusTransaction.begin();
        try {
            arrived.fire(new CaseEvents(told));
            arrived.fire(new CaseEvents(told));
            assertThat(StoryOrder.of(journal.of(story.caseId()))).isEqualTo(told);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static CaseEvent caused(CaseEvent event) {
        return new CaseEvent(event.id(), event.mode(), "cause", event.about(), event.news());
    }

    @Test
    void of_which_there_are_many() {
        assertThat(extremes(EventType.REGISTERED)).hasSizeGreaterThan(80);
    }

    private void assertToldOf(LiveCase customerCase, Extreme extreme) {
        var number = new CaseNumber(customerCase.number());
        var fact = facts.find(number);
        assertThat(fact).describedAs("%s", extreme).isPresent();
        var story = StoryOrder.of(journal.of(fact.orElseThrow().caseId()));
        assertThat(story).describedAs("%s", extreme).hasSize(1);
        for (var sentences : languages) {
            assertThat(Timeline.of(number, fact.orElseThrow(), story, sentences).items())
                    .describedAs("%s", extreme)
                    .hasSize(1);
        }
    }

    private static List<Extreme> extremes(EventType type) {
        var contract = Contract.of(type.type());
        return SchemaExtremes.of(contract.name(), contract.examples().firstKey());
    }
}
