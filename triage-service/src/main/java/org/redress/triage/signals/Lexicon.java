package org.redress.triage.signals;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * The words of one language, as {@code signals/<language>.yaml} holds them. An unknown signal or
 * field, a key given twice or an empty wording is an error, and stops the service at its start.
 */
record Lexicon(Grammar grammar, Map<Signal, Entry> signals) {

    private static final ObjectReader YAML =
            JsonMapper.builder(new YAMLFactory())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build()
                    .readerFor(Lexicon.class);

    Lexicon {
        signals = Map.copyOf(signals);
    }

    /**
     * The words around a signal that deny it or make it a fear.
     *
     * @param negators deny what follows them
     * @param bridges may stand between a negator and what it denies; regular expressions
     * @param reversers deny a denial that follows them
     * @param openQuestions leave open whether what follows is so
     * @param conditions make a fear of all that follows in the sentence
     * @param modals make a fear of what follows in the clause
     * @param afterwards make a fear of what stands shortly before them in the clause
     * @param facts take away the effect of a condition
     * @param longAgo tell that what stands in their clause lies long back
     * @param recently tell that it does not, whatever else does
     * @param turns begin a new clause
     * @param lists join two things, so that what is said of the first is said of the second
     */
    record Grammar(
            List<String> negators,
            List<String> bridges,
            List<String> reversers,
            List<String> openQuestions,
            List<String> conditions,
            List<String> modals,
            List<String> afterwards,
            List<String> facts,
            List<String> longAgo,
            List<String> recently,
            List<String> turns,
            List<String> lists) {}

    /**
     * The words of one signal.
     *
     * @param except false friends: longer expressions that contain the words and mean other things
     */
    record Entry(List<Wording> words, @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> except) {
        Entry {
            words = List.copyOf(words);
            except = List.copyOf(except);
            if (words.isEmpty()) {
                throw new IllegalArgumentException("a signal without words");
            }
        }
    }

    /** Reads the lexicon of a language. */
    static Lexicon of(String language) {
        var file = "/signals/" + language + ".yaml";
        try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("There is no lexicon " + file);
            }
            return YAML.readValue(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The lexicon " + file + " is not usable", e);
        }
    }
}
