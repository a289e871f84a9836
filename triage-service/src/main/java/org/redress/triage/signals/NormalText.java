package org.redress.triage.signals;

import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * A text in the form in which wordings are looked up, and the way back to the words as written.
 *
 * @param from for each character of {@code normal}, where in {@code original} its word begins
 * @param to likewise where it ends
 * @param starts the characters at which a word of {@code normal} begins
 * @param ends the positions right after a word's last character
 */
record NormalText(
        String original, String normal, int[] from, int[] to, BitSet starts, BitSet ends) {

    private static final int LONGEST_QUOTE = 120;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    boolean isWhole(int begin, int end) {
        return starts.get(begin) && ends.get(end);
    }

    /** Where these words stand whole between two places for the first time, or -1. */
    int wholeIndex(String words, int begin, int end) {
        int at = normal.indexOf(words, begin, Math.max(begin, end));
        while (at >= 0 && !isWhole(at, at + words.length())) {
            at = normal.indexOf(words, at + 1, end);
        }
        return at;
    }

    /** The customer's own words, without what is only space, and cut where they run on and on. */
    String asWritten(int begin, int end) {
        var words = original.substring(from[begin], to[end - 1]).strip();
        var line = SPACE.matcher(words).replaceAll(" ");
        return line.length() <= LONGEST_QUOTE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE / 2)) + "…";
    }

    /** Collects the words of a text from left to right. */
    static final class Builder {
        private final String original;
        private final StringBuilder normal = new StringBuilder();
        private final int[] from;
        private final int[] to;
        private final BitSet starts = new BitSet();
        private final BitSet ends = new BitSet();

        Builder(String original, int capacity) {
            this.original = original;
            from = new int[capacity];
            to = new int[capacity];
        }

        /** Adds a word whose characters all lead back to the whole of the original word. */
        Builder add(String word, int begin, int end, String separator) {
            if (!normal.isEmpty()) {
                mark(normal.length(), separator.length(), begin, begin);
                normal.append(separator);
            }
            starts.set(normal.length());
            mark(normal.length(), word.length(), begin, end);
            normal.append(word);
            ends.set(normal.length());
            return this;
        }

        NormalText build() {
            return new NormalText(original, normal.toString(), from, to, starts, ends);
        }

        private void mark(int at, int length, int begin, int end) {
            for (int i = at; i < at + length; i++) {
                from[i] = begin;
                to[i] = end;
            }
        }
    }
}
