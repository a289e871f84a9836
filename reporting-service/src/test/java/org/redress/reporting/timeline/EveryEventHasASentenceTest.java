package org.redress.reporting.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.platform.messaging.EventJson;
import org.redress.platform.testing.Contract;
import org.redress.reporting.events.EventType;
import org.redress.reporting.facts.FactFixtures;

class EveryEventHasASentenceTest {
    private final Sentences chinese =
            new Sentences(Locale.SIMPLIFIED_CHINESE, FactFixtures.SHANGHAI);
    private final Sentences english = new Sentences(Locale.ENGLISH, FactFixtures.SHANGHAI);

    @ParameterizedTest
    @EnumSource
    void in_both_languages_for_every_golden_example(EventType type) {
        for (var example : Contract.of(type.type()).examplesAs(ObjectNode.class)) {
            assertThat(english.tell(type, heard(type, example)))
                    .endsWith(".")
                    .doesNotContainPattern("[{}\\[\\]_]|[A-Z]{4}|  ");
            assertThat(chinese.tell(type, heard(type, example)))
                    .endsWith("。")
                    .doesNotContainPattern("[{}\\[\\]_]|[A-Z]{4}|  ");
        }
    }

    @Test
    void that_says_who_owns_a_case_and_who_handles_it_if_that_is_known() {
        assertThat(english(EventType.ASSIGNED, "food-poisoning"))
                .isEqualTo("Assigned to hq/food-safety, tier 3.");
        assertThat(english(EventType.ASSIGNED, "food-poisoning-handler-named"))
                .startsWith("Assigned to hq/food-safety, tier 3, handler ");
    }

    @Test
    void that_tells_times_in_the_tenants_zone() {
        assertThat(chinese(EventType.ESCALATION_RAISED, "kettle-a-holder"))
                .isEqualTo("第1步通知wang.fang（quality-duty，A角），请于2026-11-21 14:07前确认。");
    }

    @Test
    void also_in_what_the_description_shows() {
        var shown = EventJson.read(Examples.BEGUN.getBytes(UTF_8), ObjectNode.class).get("items");

        assertThat(shown)
                .hasSize(2)
                .allSatisfy(item -> {
                    var type = EventType.named(item.get("type").asText());
                    var what = (ObjectNode) item.get("what");
                    assertThat(heard(type, what)).isEqualTo(what);
                    assertThat(english.tell(type, what)).isEqualTo(item.get("sentence").asText());
                });
    }

    @Test
    void that_repeats_an_id_as_it_is() {
        var raised = Contract.of(EventType.ESCALATION_RAISED.type()).example("kettle-a-holder");
        raised.put("roleId", "duty$1\\b");

        assertThat(
                        english.tell(
                                EventType.ESCALATION_RAISED,
                                heard(EventType.ESCALATION_RAISED, raised)))
                .startsWith("wang.fang (duty$1\\b, holder A)");
    }

    @Test
    void in_both_languages_for_the_same_words() throws IOException {
        assertThat(sentences("zh").keySet()).isEqualTo(sentences("en").keySet());
    }

    /** A misspelt word would leave its sentence unsaid. */
    @ParameterizedTest
    @EnumSource
    void for_words_that_its_contract_has(EventType type) throws IOException {
        var begin = type.contract() + ".";
        var ours = "clock.met.v1.LATE";

        assertThat(sentences("en").stringPropertyNames())
                .filteredOn(key -> key.startsWith(begin) && !key.equals(ours))
                .allSatisfy(key ->
                        assertThat(Contract.of(type.type()).words())
                                .contains(key.substring(begin.length())));
    }

    private static Properties sentences(String language) throws IOException {
        var sentences = new Properties();
        try (var file =
                Sentences.class.getResourceAsStream("sentences_" + language + ".properties")) {
            sentences.load(file);
        }
        return sentences;
    }

    @Test
    void in_the_first_language_that_the_caller_reads_and_that_there_is() {
        assertThat(Sentences.language(List.of(Locale.FRENCH, Locale.UK))).isEqualTo(Locale.ENGLISH);
        assertThat(Sentences.language(List.of(Locale.FRENCH))).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(Sentences.language(List.of(Locale.TRADITIONAL_CHINESE, Locale.US)))
                .isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }

    private String english(EventType type, String example) {
        return english.tell(type, heard(type, Contract.of(type.type()).example(example)));
    }

    private String chinese(EventType type, String example) {
        return chinese.tell(type, heard(type, Contract.of(type.type()).example(example)));
    }

    private static ObjectNode heard(EventType type, ObjectNode published) {
        var news = EventJson.read(EventJson.write(published), type.news());
        return EventJson.read(EventJson.write(news), ObjectNode.class);
    }
}
