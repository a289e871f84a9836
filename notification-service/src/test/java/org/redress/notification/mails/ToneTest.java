package org.redress.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.notification.cases.KnownCase;
import org.redress.notification.cases.Signal;
import org.redress.notification.recipients.Language;

/** How a customer is spoken to, and what they are told to do first, by what happened to them. */
class ToneTest {

    private static final Words WORDS = Words.of(Language.EN);

    @ParameterizedTest
    @CsvSource({
        "INQUIRY, PLAIN",
        "SUGGESTION, PLAIN",
        "COMPLAINT, SORRY",
        "EMERGENCY, SORRY",
    })
    void where_nobody_was_harmed_the_class_tells(String caseClass, Tone tone) {
        assertThat(Tone.of(judged(false, caseClass, "REFUND"))).isEqualTo(tone);
    }

    @Test
    void a_case_that_nobody_judged_may_well_be_a_complaint() {
        assertThat(Tone.of(unjudged(false))).isEqualTo(Tone.SORRY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INJURY",
                "FIRE",
                "EXPLOSION",
                "ELECTRIC_SHOCK",
                "POISONING",
                "VIOLENCE",
                "DANGER"
            })
    void whoever_was_harmed_is_cared_for_whatever_the_class(String signal) {
        assertThat(Tone.of(judged(false, "SUGGESTION", signal))).isEqualTo(Tone.CARE);
    }

    @Test
    void whoever_says_that_there_is_danger_is_cared_for_before_anybody_has_judged() {
        assertThat(Tone.of(unjudged(true))).isEqualTo(Tone.CARE);
        assertThat(Tone.safety(unjudged(true), WORDS)).containsExactly(said("INJURY"));
    }

    @Test
    void where_somebody_died_nothing_else_sets_the_tone() {
        assertThat(Tone.of(judged(true, "COMPLAINT", "FIRE", "DEATH"))).isEqualTo(Tone.GRIEF);
    }

    @ParameterizedTest
    @CsvSource({
        "FIRE VIOLENCE, FIRE",
        "EXPLOSION DANGER, EXPLOSION",
        "DANGER ELECTRIC_SHOCK, DANGER",
        "ELECTRIC_SHOCK POISONING, ELECTRIC_SHOCK",
        "POISONING VIOLENCE, POISONING",
        "VIOLENCE PRODUCT, VIOLENCE",
        "FIRE PRODUCT, FIRE"
    })
    void one_thing_is_to_be_done_first_and_then_whoever_is_hurt_sees_a_doctor(
            String signals, String first) {
        assertThat(Tone.safety(judged(false, "EMERGENCY", signals.split(" ", -1)), WORDS))
                .containsExactly(said(first), said("INJURY"));
    }

    @Test
    void a_product_that_hurts_or_may_hurt_is_not_to_be_used() {
        assertThat(Tone.safety(judged(false, "COMPLAINT", "PRODUCT", "INJURY"), WORDS))
                .containsExactly(said("PRODUCT"), said("INJURY"));
        assertThat(Tone.safety(judged(false, "COMPLAINT", "PRODUCT", "RISK"), WORDS))
                .containsExactly(said("PRODUCT"));
        assertThat(Tone.safety(judged(false, "COMPLAINT", "PRODUCT"), WORDS)).isEmpty();
        assertThat(Tone.safety(judged(false, "COMPLAINT", "RISK"), WORDS)).isEmpty();
    }

    @Test
    void whoever_is_only_annoyed_is_told_nothing_of_safety() {
        assertThat(Tone.safety(judged(false, "COMPLAINT", "REFUND"), WORDS)).isEmpty();
        assertThat(Tone.safety(unjudged(false), WORDS)).isEmpty();
    }

    @Test
    void every_tone_and_every_advice_has_its_words_in_both_languages() {
        for (var language : Language.values()) {
            var words = Words.of(language);
            for (var tone : Tone.values()) {
                assertThat(words.say("opening", tone.name())).isNotEqualTo(readable(tone.name()));
                assertThat(words.say("resolved", tone.name())).isNotEqualTo(readable(tone.name()));
            }
            Stream.of(
                            "FIRE",
                            "EXPLOSION",
                            "DANGER",
                            "ELECTRIC_SHOCK",
                            "POISONING",
                            "VIOLENCE",
                            "PRODUCT",
                            "INJURY")
                    .forEach(code ->
                            assertThat(words.say("safety", code)).isNotEqualTo(readable(code)));
        }
    }

    private static String readable(String code) {
        return code.replace('_', ' ');
    }

    private static String said(String code) {
        return WORDS.say("safety", code);
    }

    private static KnownCase unjudged(boolean danger) {
        return known(danger, Optional.empty());
    }

    private static KnownCase judged(boolean danger, String caseClass, String... signals) {
        var seen = Stream.of(signals).map(signal -> new Signal(signal, List.of())).toList();
        return known(danger, Optional.of(new KnownCase.Assessment(caseClass, List.of(), seen)));
    }

    private static KnownCase known(boolean danger, Optional<KnownCase.Assessment> assessment) {
        return new KnownCase(
                UUID.randomUUID(),
                "C-20261121-000420",
                Language.EN,
                Optional.empty(),
                false,
                danger,
                List.of(),
                assessment);
    }
}
