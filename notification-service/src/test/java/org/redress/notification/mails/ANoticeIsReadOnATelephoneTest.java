package org.redress.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.notification.recipients.Language;

/** What there is to know stands in the subject, in the reader's language, and says what to do. */
class ANoticeIsReadOnATelephoneTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HANDED_OVER",
                "URGED",
                "URGED_AGAIN",
                "DIRECTIVE",
                "CO_HANDLING",
                "CO_HANDLING_ANSWERED",
                "PROBLEM"
            })
    void every_occasion_has_its_words_in_both_languages(String occasion) {
        for (var language : Language.values()) {
            var words = Words.of(language);

            assertThat(words.say("notice", occasion))
                    .hasSizeBetween(4, 45)
                    .isNotEqualTo(occasion.replace('_', ' '));
            assertThat(words.say("notice." + occasion, "means")).isNotEqualTo("means");
        }
    }
}
