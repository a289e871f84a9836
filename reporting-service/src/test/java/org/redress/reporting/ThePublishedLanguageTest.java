package org.redress.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.platform.messaging.EventJson;
import org.redress.reporting.events.About;
import org.redress.reporting.events.CaseEvent;
import org.redress.reporting.events.Code;
import org.redress.reporting.events.EventType;
import org.redress.reporting.facts.FactFixtures;
import org.redress.reporting.facts.PublishedFact;

class ThePublishedLanguageTest {

    /** Not every message of the kettle's story has an example, and nobody counted its versions. */
    private static final List<String> NOT_IN_THE_EXAMPLES =
            List.of("messagesSent", "factVersion", "updatedAt");

    @ParameterizedTest
    @EnumSource
    void everyGoldenExampleOfAnEventThatReportingReadsBecomesItsRecord(EventType type)
            throws IOException {
        List<Path> examples = Contracts.examples(type);

        assertThat(examples).isNotEmpty();
        for (var example : examples) {
            var payload = Files.readAllBytes(example);
            assertThat(EventJson.read(payload, About.class).caseNumber()).isNotNull();
            assertThat(EventJson.read(payload, type.news())).isInstanceOf(type.news());
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_event_without_what_it_must_say_is_unreadable(EventType type) {
        var example = Contracts.all(type).getFirst();

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
    void theFactOfEveryStoryIsInTheLanguage() {
        var facts =
                Stream.of(
                                Story.ofARealCase().registered(),
                                Story.ofADrill().registered(),
                                Story.ofALongRoad())
                        .map(FactFixtures::published);

        assertThat(facts)
                .allSatisfy(
                        fact -> assertThat(faults("reporting/bi.case-fact.v1", fact)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kettle", "double-charge-with-currency", "food-poisoning-paged"})
    void everyFieldOfAGoldenFactIsOneThatReportingPublishes(String name) {
        var golden = Contracts.example("reporting/bi.case-fact.v1/" + name);
        var fact = EventJson.read(golden.toString().getBytes(UTF_8), PublishedFact.class);

        assertThat(faults("reporting/bi.case-fact.v1", fact)).isEmpty();
        assertThat(names(Contracts.parse(EventJson.write(fact))))
                .containsExactlyInAnyOrderElementsOf(names(golden));
    }

    @Test
    void theGoldenEventsOfTheKettleGiveItsGoldenFact() {
        var golden = Contracts.example("reporting/bi.case-fact.v1/kettle");

        var fact = Contracts.parse(EventJson.write(FactFixtures.published(storyOf("kettle"))));

        assertThat(fact.remove(NOT_IN_THE_EXAMPLES)).isEqualTo(golden.remove(NOT_IN_THE_EXAMPLES));
    }

    private static List<String> names(ObjectNode json) {
        return json.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<Error> faults(String schema, Object published) {
        return Contracts.faults(schema, new String(EventJson.write(published), UTF_8));
    }

    private static List<CaseEvent> storyOf(String name) {
        return Stream.of(EventType.values())
                .flatMap(type ->
                        Contracts.examples(type).stream()
                                .filter(file -> named(file, name))
                                .map(file -> event(type, file)))
                .toList();
    }

    private static boolean named(Path example, String name) {
        return example.getFileName().toString().startsWith(name);
    }

    private static CaseEvent event(EventType type, Path example) {
        try {
            var payload = Files.readAllBytes(example);
            return new CaseEvent(
                    example.getFileName().toString(),
                    new Code("REAL"),
                    null,
                    EventJson.read(payload, About.class),
                    EventJson.read(payload, type.news()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
