package org.redress.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * English sentences beside the same in another language, from every {@code
 * META-INF/redress/problems.<language>.txt} of the class path: a line for each, {@code English |
 * translation}, with {@code {}} for whatever stands there.
 */
final class Phrasebook {

    private static final String BLANK = "{}";

    private final List<Phrase> phrases;

    private record Phrase(Pattern english, String translation) {

        static Phrase of(String line) {
            int bar = line.indexOf(" | ");
            if (bar < 0) {
                throw new IllegalStateException("no translation in the phrase: " + line);
            }
            var english =
                    List.of(line.substring(0, bar).split(Pattern.quote(BLANK), -1)).stream()
                            .map(Pattern::quote)
                            .collect(Collectors.joining("(.*?)"));
            return new Phrase(
                    Pattern.compile(english, Pattern.DOTALL), line.substring(bar + 3).strip());
        }

        String say(Matcher said, Phrasebook book) {
            var words = new StringBuilder();
            int from = 0;
            for (int group = 1; group <= said.groupCount(); group++) {
                int blank = translation.indexOf(BLANK, from);
                words.append(translation, from, blank).append(book.say(said.group(group)));
                from = blank + BLANK.length();
            }
            return words.append(translation.substring(from)).toString();
        }
    }

    private Phrasebook(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    /** All phrases for a language. */
    static Phrasebook read(String language) {
        var phrases = new ArrayList<Phrase>();
        try {
            var files =
                    Thread.currentThread()
                            .getContextClassLoader()
                            .getResources("META-INF/redress/problems." + language + ".txt");
            while (files.hasMoreElements()) {
                lines(files.nextElement()).map(Phrase::of).forEach(phrases::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // What says most by itself comes before what is nearly all blank.
        phrases.sort((a, b) -> b.english.pattern().length() - a.english.pattern().length());
        return new Phrasebook(List.copyOf(phrases));
    }

    private static Stream<String> lines(URL file) throws IOException {
        try (var content = file.openStream()) {
            return new String(content.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        }
    }

    /** The sentence in the book's language, or as it is where the book lacks it. */
    String say(String english) {
        for (var phrase : phrases) {
            var said = phrase.english.matcher(english);
            if (said.matches()) {
                return phrase.say(said, this);
            }
        }
        return english;
    }
}
