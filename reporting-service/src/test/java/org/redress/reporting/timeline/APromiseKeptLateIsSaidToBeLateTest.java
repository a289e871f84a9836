package org.redress.reporting.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.redress.platform.messaging.EventJson;
import org.redress.platform.testing.Contract;
import org.redress.reporting.events.Code;
import org.redress.reporting.events.EventType;
import org.redress.reporting.events.News;
import org.redress.reporting.facts.FactFixtures;

class APromiseKeptLateIsSaidToBeLateTest {
    private static final String LATE = "double-charge-unit-receipt-late";
    private static final String IN_TIME = "kettle-first-response";

    @Test
    void in_words_with_both_moments() {
        assertThat(told(Locale.ENGLISH, LATE))
                .isEqualTo(
                        "The promise of receipt by the unit was kept late: due 2026-11-18 10:50,"
                                + " kept 2026-11-18 10:58.");
        assertThat(told(Locale.SIMPLIFIED_CHINESE, LATE))
                .isEqualTo("部门签收已完成，但晚于期限（应于2026-11-18 10:50前，实际2026-11-18 10:58）。");
    }

    @Test
    void and_one_kept_in_time_to_be_kept() {
        assertThat(told(Locale.ENGLISH, IN_TIME))
                .isEqualTo("The promise of the first response was kept.");
        assertThat(told(Locale.SIMPLIFIED_CHINESE, IN_TIME)).isEqualTo("首次答复按时完成。");
    }

    @Test
    void in_the_attributes_too() {
        assertThat(heard(LATE).get("kept").asText()).isEqualTo("LATE");
        assertThat(heard(LATE).get("metAt").asText()).isEqualTo("2026-11-18T02:58:12.640Z");
        assertThat(heard(IN_TIME).get("kept").asText()).isEqualTo("IN_TIME");
    }

    @Test
    void one_kept_in_its_last_moment_is_kept_in_time() {
        var due = Instant.parse("2026-11-18T02:50:00Z");

        assertThat(met(due, due).kept().is("IN_TIME")).isTrue();
        assertThat(met(due, due.plusMillis(1)).kept().is("LATE")).isTrue();
    }

    private static News.ClockMet met(Instant due, Instant met) {
        return new News.ClockMet("c-1", new Code("RESOLUTION"), due, met);
    }

    @Test
    void also_after_it_was_stored() {
        var stored = EventJson.read(EventJson.write(heard(LATE)), News.ClockMet.class);

        assertThat(stored.kept().is("LATE")).isTrue();
    }

    private static String told(Locale language, String example) {
        return new Sentences(language, FactFixtures.SHANGHAI)
                .tell(EventType.CLOCK_MET, heard(example));
    }

    private static ObjectNode heard(String example) {
        var published = Contract.of(EventType.CLOCK_MET.type()).example(example);
        var news = EventJson.read(EventJson.write(published), News.ClockMet.class);
        return EventJson.read(EventJson.write(news), ObjectNode.class);
    }
}
