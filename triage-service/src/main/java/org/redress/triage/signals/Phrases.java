package org.redress.triage.signals;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A set of expressions, looked up at one place of a normalised text in as many steps as the longest
 * of them has characters; {@code *} stands for any one word and {@code #} for a digit of one.
 */
final class Phrases {

    private static final char ANY_WORD = '*';
    private static final String ANY_DIGIT = "#";
    private static final int DIGITS = 10;

    private final Node root = new Node();

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private @Nullable Node anyWord;
        private boolean complete;

        Node after(char character) {
            if (character != ANY_WORD) {
                return next.computeIfAbsent(character, _ -> new Node());
            }
            if (anyWord == null) {
                anyWord = new Node();
            }
            return anyWord;
        }
    }

    /**
     * These expressions, each as the language writes it.
     *
     * @param tail what follows each of them
     */
    Phrases(Language language, Collection<String> expressions, String tail) {
        expressions.stream()
                .flatMap(Phrases::withDigits)
                .forEach(expression -> add(language.normalise(expression).normal() + tail));
    }

    private void add(String expression) {
        var node = root;
        for (int at = 0; at < expression.length(); at++) {
            node = node.after(expression.charAt(at));
        }
        node.complete = true;
    }

    /** Before the language cuts it into words: {@code 19##} is one word, as 1998 is. */
    private static Stream<String> withDigits(String expression) {
        if (!expression.contains(ANY_DIGIT)) {
            return Stream.of(expression);
        }
        return IntStream.range(0, DIGITS)
                .mapToObj(digit -> expression.replaceFirst(ANY_DIGIT, String.valueOf(digit)))
                .flatMap(Phrases::withDigits);
    }

    /** Tells the end of each expression that begins at this place and stays within the limit. */
    void endsFrom(String text, int begin, int limit, IntConsumer found) {
        walk(root, text, begin, limit, found);
    }

    private static void walk(Node from, String text, int begin, int limit, IntConsumer found) {
        @Nullable Node node = from;
        for (int at = begin; node != null; at++) {
            if (node.complete) {
                found.accept(at);
            }
            if (node.anyWord != null) {
                walk(node.anyWord, text, wordEnd(text, at, limit), limit, found);
            }
            node = at < limit ? node.next.get(text.charAt(at)) : null;
        }
    }

    private static int wordEnd(String text, int begin, int limit) {
        int end = begin;
        while (end < limit && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
