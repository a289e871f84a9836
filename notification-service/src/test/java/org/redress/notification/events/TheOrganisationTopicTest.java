package org.redress.notification.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.platform.messaging.EventJson;
import org.redress.platform.messaging.UnreadableEvent;
import org.redress.platform.testing.Contract;

class TheOrganisationTopicTest {
    private static final Contract PERSON = Contract.of("redress.person.snapshot.v1");

    @Test
    void every_example_of_a_person_is_understood() {
        assertThat(PERSON.examplesAs(PersonSnapshot.class))
                .extracting(PersonSnapshot::personId)
                .contains("zhang.lei", "fan.xin", "emma.lin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"personId", "name", "active", "version"})
    void a_person_without_what_is_needed_is_refused_and_their_name_stays_out_of_the_reason(
            String field) {
        var person = PERSON.example("holder");
        assertThat(person.remove(field)).isNotNull();

        assertThatThrownBy(() ->
                        EventJson.read(person.toString().getBytes(UTF_8), PersonSnapshot.class))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageNotContaining("Lei");
    }

    @Test
    void a_person_tells_nothing_of_themselves_to_a_log() {
        assertThat(PERSON.examplesAs(PersonSnapshot.class))
                .allSatisfy(person -> {
                    assertThat(person.toString())
                            .isEqualTo("PersonSnapshot[" + person.personId() + "]");
                    assertThat(person.person().toString())
                            .isEqualTo("KnownPerson[" + person.personId() + "]");
                });
    }
}
