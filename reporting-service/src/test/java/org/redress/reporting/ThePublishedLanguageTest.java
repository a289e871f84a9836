package org.redress.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.platform.messaging.EventJson;
import org.redress.platform.testing.Contract;
import org.redress.reporting.events.About;
import org.redress.reporting.events.CaseEvent;
import org.redress.reporting.events.Code;
import org.redress.reporting.events.EventType;
import org.redress.reporting.facts.FactFixtures;
import org.redress.reporting.facts.PublishedFact;

class ThePublishedLanguageTest {

    private static final String FACT = "redress.bi.case-fact.v1";

    /** Not every message of the kettle's story has an example, and nobody counted its versions. */
    private static final List<String> NOT_IN_THE_EXAMPLES =
            List.of("messagesSent", "factVersion", "updatedAt");

    @ParameterizedTest
    @EnumSource
    void every_golden_example_of_an_event_that_reporting_reads_becomes_its_record(EventType type) {
        var contract = Contract.of(type.type());

        assertThat(contract.examplesAs(About.class))
                .isNotEmpty()
                .allSatisfy(about -> assertThat(about.caseNumber()).isNotNull());
        assertThat(contract.examplesAs(type.news())).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_event_without_what_it_must_say_is_unreadable(EventType type) {
        var example = Contract.of(type.type()).examplesAs(ObjectNode.class).getFirst();

        for (var component : type.news().getRecordComponents()) {
            if (mustBeSaid(component)) {
                var without = example.deepCopy();
                without.remove(component.getName());
                assertThatThrownBy(() -> EventJson.read(EventJson.write(without), type.news()))
                        .describedAs("without %s", component.getName())
                        .isInstanceOf(RuntimeException.class);
            }
        }
    }

    private static boolean mustBeSaid(RecordComponent component) {
        return !component.getType().isPrimitive()
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    @Test
    void the_fact_of_every_story_is_in_the_language() {
        var facts =
                Stream.of(
                                Story.ofARealCase().registered(),
                                Story.ofADrill().registered(),
                                Story.ofALongRoad())
                        .map(FactFixtures::published);

        assertThat(facts).allSatisfy(fact -> assertThat(faults(fact)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kettle", "double-charge-with-currency", "food-poisoning-paged"})
    void every_field_of_a_golden_fact_is_one_that_reporting_publishes(String name) {
        var golden = Contract.of(FACT).example(name);
        var fact = EventJson.read(golden.toString().getBytes(UTF_8), PublishedFact.class);

        assertThat(faults(fact)).isEmpty();
        assertThat(names(EventJson.read(EventJson.write(fact), ObjectNode.class)))
                .containsExactlyInAnyOrderElementsOf(names(golden));
    }

    @Test
    void the_golden_events_of_the_kettle_give_its_golden_fact() {
        var golden = Contract.of(FACT).example("kettle");

        var fact =
                EventJson.read(
                        EventJson.write(FactFixtures.published(storyOf("kettle"))),
                        ObjectNode.class);

        assertThat(fact.remove(NOT_IN_THE_EXAMPLES)).isEqualTo(golden.remove(NOT_IN_THE_EXAMPLES));
    }

    private static List<String> names(ObjectNode json) {
        return json.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<String> faults(PublishedFact fact) {
        return Contract.of(FACT).faults(new String(EventJson.write(fact), UTF_8));
    }

    private static List<CaseEvent> storyOf(String name) {
        return Stream.of(EventType.values())
                .flatMap(type ->
                        Contract.of(type.type()).examples().entrySet().stream()
                                .filter(example -> example.getKey().startsWith(name))
                                .map(example -> event(type, example.getKey(), example.getValue())))
                .toList();
    }

    private static CaseEvent event(EventType type, String id, String payload) {
        return new CaseEvent(
                id,
                new Code("REAL"),
                null,
                EventJson.read(payload.getBytes(UTF_8), About.class),
                EventJson.read(payload.getBytes(UTF_8), type.news()));
    }
}
