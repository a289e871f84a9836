package org.redress.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.redress.notification.recipients.Language;

class BothLanguagesSayTheSameTest {

    @Test
    void both_languages_have_a_word_for_the_same() throws IOException {
        assertThat(words(Language.ZH).stringPropertyNames())
                .isEqualTo(words(Language.EN).stringPropertyNames());
    }

    @Test
    void every_way_a_call_can_end_has_a_headline_and_says_what_it_means() throws IOException {
        for (var outcome : News.Outcome.values()) {
            assertThat(words(Language.EN))
                    .containsKeys("news." + outcome, "news." + outcome + ".means");
        }
    }

    private static Properties words(Language language) throws IOException {
        var words = new Properties();
        try (var file =
                Words.class.getResourceAsStream("/words/" + language.tag() + ".properties")) {
            words.load(file);
        }
        return words;
    }
}
