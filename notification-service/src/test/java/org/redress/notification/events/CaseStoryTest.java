package org.redress.notification.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.notification.cases.CaseStory;

class CaseStoryTest {
    @Test
    void a_short_description_is_kept_whole() {
        assertThat(CaseStory.excerpt("  It smokes. ")).isEqualTo("It smokes.");
    }

    @Test
    void a_long_one_ends_where_a_word_ends() {
        var excerpt = CaseStory.excerpt("seven w ".repeat(100));

        assertThat(excerpt).hasSizeLessThanOrEqualTo(281).endsWith("w…");
    }

    @Test
    void a_character_outside_the_basic_plane_is_never_cut_in_two() {
        var excerpt = CaseStory.excerpt("🔥".repeat(400));

        assertThat(excerpt.codePoints().filter(point -> point == 0x1F525).count()).isEqualTo(280);
    }

    @Test
    void a_correction_changes_only_what_it_names() {
        var before = new CaseStory("Kettle", "It hums.", "Shanghai", "KT-1702");
        var corrected =
                new CaseCorrected(
                        UUID.randomUUID(),
                        null,
                        "It gave a shock.",
                        null,
                        new CaseRegistered.Product("KT-1703", null, "B7", " "));

        assertThat(corrected.applyTo(before))
                .isEqualTo(new CaseStory("Kettle", "It gave a shock.", "Shanghai", "KT-1703 · B7"));
    }

    @Test
    void a_description_of_just_the_length_is_kept_whole_and_one_more_is_cut() {
        assertThat(CaseStory.excerpt("x".repeat(280))).isEqualTo("x".repeat(280));
        assertThat(CaseStory.excerpt("x".repeat(281))).isEqualTo("x".repeat(280) + "…");
    }

    @Test
    void a_word_that_is_only_begun_is_left_out() {
        assertThat(CaseStory.excerpt("abcdefghijkl ".repeat(30)))
                .isEqualTo("abcdefghijkl ".repeat(21).strip() + "…");
    }

    @Test
    void a_text_whose_last_blank_is_far_away_is_cut_within_the_word() {
        assertThat(CaseStory.excerpt("In short: " + "很".repeat(400))).hasSize(281);
    }

    @Test
    void a_correction_names_subject_and_place_and_is_cut_like_a_registration() {
        var before = new CaseStory("Kettle", "It hums.", "Shanghai", null);

        assertThat(correction("Shock", "x".repeat(400), "Beijing").applyTo(before))
                .isEqualTo(new CaseStory("Shock", "x".repeat(280) + "…", "Beijing", null));
        assertThat(correction(null, null, null).applyTo(before)).isEqualTo(before);
    }

    @Test
    void a_registration_tells_what_happened_as_far_as_it_was_told() {
        var told =
                registered(
                        "Kettle",
                        " " + "x".repeat(400),
                        new CaseRegistered.Incident("Shanghai"),
                        new CaseRegistered.Product("KT-1702", null, " ", "A-1"));

        assertThat(told.story())
                .isEqualTo(
                        new CaseStory(
                                "Kettle", "x".repeat(280) + "…", "Shanghai", "KT-1702 · A-1"));
        assertThat(registered(null, "It hums.", null, null).story()).isNull();
        assertThat(registered("Kettle", null, null, null).story())
                .isEqualTo(new CaseStory("Kettle", "", null, null));
    }

    private static CaseCorrected correction(String subject, String description, String place) {
        return new CaseCorrected(
                UUID.randomUUID(), subject, description, new CaseRegistered.Incident(place), null);
    }

    private static CaseRegistered registered(
            String subject,
            String description,
            CaseRegistered.Incident incident,
            CaseRegistered.Product product) {
        return new CaseRegistered(
                UUID.randomUUID(),
                "C-20261121-000420",
                1,
                "42",
                null,
                subject,
                description,
                incident,
                product,
                null,
                null);
    }
}
