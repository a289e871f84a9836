package org.redress.triage.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.platform.messaging.EventJson;
import org.redress.platform.messaging.UnreadableEvent;
import org.redress.platform.testing.Contract;
import org.redress.triage.cases.Correction;
import org.redress.triage.cases.Unit;

/** Every example of what triage subscribes to becomes its record of it. */
class SubscribedLanguageTest {

    private static final String REGISTERED = "redress.case.registered.v1";

    static Stream<Arguments> subscribed() {
        return Stream.of(
                Arguments.of(REGISTERED, CaseRegistered.class),
                Arguments.of("redress.case.corrected.v1", Correction.class),
                Arguments.of("redress.unit.snapshot.v1", UnitSnapshot.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("subscribed")
    void every_example_becomes_its_record(String event, Class<?> record) {
        assertThat(Contract.of(event).examplesAs(record)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("subscribed")
    void what_lacks_everything_is_unreadable(String event, Class<?> record) {
        assertThatThrownBy(() -> EventJson.read("{}".getBytes(UTF_8), record))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void every_registered_case_says_something() {
        assertThat(Contract.of(REGISTERED).examplesAs(CaseRegistered.class))
                .noneMatch(event -> event.facts(Unit.TOP).saysNothing());
    }

    @Test
    void an_incident_in_a_unit_of_ours_concerns_that_unit() {
        var queue = Contract.of(REGISTERED).examples().get("outlet-queue").getBytes(UTF_8);

        assertThat(EventJson.read(queue, CaseRegistered.class).facts(Unit.TOP).unit())
                .isEqualTo(new Unit("hq/outlets/east"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"path", "active", "version"})
    void a_unit_without_what_triage_needs_is_unreadable(String field) {
        var unit = Contract.of("redress.unit.snapshot.v1").example("quality");
        assertThat(unit.remove(field)).isNotNull();

        assertThatThrownBy(
                        () -> EventJson.read(unit.toString().getBytes(UTF_8), UnitSnapshot.class))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void a_registration_without_its_case_is_unreadable() {
        var json = "{\"caseNumber\": \"C-20261121-000420\", \"round\": 1}".getBytes(UTF_8);

        assertThatThrownBy(() -> EventJson.read(json, CaseRegistered.class))
                .isInstanceOf(UnreadableEvent.class);
    }
}
