package org.redress.triage.signals;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One wording of the lexicon. {@code (a|b)} stands for either, {@code …} for a few words of the
 * same clause; {@code near} asks that one of these words stands in the same sentence too.
 */
record Wording(String word, @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> near) {

    private static final Pattern CHOICE = Pattern.compile("\\(([^()]*)\\)");

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    Wording {
        if (word.isBlank() || word.startsWith("…") || word.endsWith("…")) {
            throw new IllegalArgumentException("A wording begins and ends with words: " + word);
        }
        near = List.copyOf(near);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Wording of(String word) {
        return new Wording(word, List.of());
    }

    /** Every way to say it: the parts between the gaps, in order. */
    List<List<String>> variants() {
        return spelledOut(word).stream()
                .map(variant -> List.of(variant.strip().split("\\s*…\\s*")))
                .toList();
    }

    private static List<String> spelledOut(String word) {
        Matcher choice = CHOICE.matcher(word);
        if (!choice.find()) {
            return List.of(word);
        }
        var all = new ArrayList<String>();
        for (var option : choice.group(1).split("\\|", -1)) {
            var before = word.substring(0, choice.start());
            all.addAll(spelledOut(before + option + word.substring(choice.end())));
        }
        return all;
    }
}
