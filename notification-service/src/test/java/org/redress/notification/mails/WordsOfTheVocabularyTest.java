package org.redress.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.notification.recipients.Language;

/** One word for one thing in all services: our mails keep to the contracts' vocabulary. */
class WordsOfTheVocabularyTest {
    static Stream<Arguments> words() throws IOException {
        var vocabulary =
                new ObjectMapper(new YAMLFactory())
                        .readTree(Files.readString(Path.of("../contracts/vocabulary.yaml")));
        return Stream.of("severity", "category", "clock")
                .flatMap(kind ->
                        vocabulary.path(kind).properties().stream()
                                .map(word -> Arguments.of(kind, word.getKey(), word.getValue())));
    }

    @ParameterizedTest
    @MethodSource("words")
    void a_code_is_called_what_everybody_calls_it(String kind, String code, JsonNode word) {
        assertThat(Words.of(Language.ZH).say(kind, code)).isEqualTo(word.path("zh").asText());
        assertThat(Words.of(Language.EN).say(kind, code)).isEqualTo(word.path("en").asText());
    }

    static Stream<String> alarms() throws IOException {
        var schema =
                new ObjectMapper()
                        .readTree(
                                Files.readString(
                                        Path.of(
                                                "../contracts/common/alarm.reported.v1.schema.json")));
        var kinds = schema.at("/properties/kind/description").asText();
        return Pattern.compile("[A-Z]+_[A-Z_]+").matcher(kinds).results().map(MatchResult::group);
    }

    @ParameterizedTest
    @MethodSource("alarms")
    void whoever_holds_the_watch_reads_words_and_no_code(String kind) {
        assertThat(Words.of(Language.ZH).say("alarm", kind)).containsPattern("\\p{IsHan}");
        assertThat(Words.of(Language.EN).say("alarm", kind)).containsPattern("[a-z]");
    }
}
