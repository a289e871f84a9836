package org.redress.triage.signals;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A set of expressions, looked up at one place of a normalised text in as many steps as the longest
 * of them has characters; {@code *} stands for any one word.
 */
final class Phrases {

    private static final char ANY_WORD = '*';

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
        for (var expression : expressions) {
            var node = root;
            for (char character : (language.normalise(expression).normal() + tail).toCharArray()) {
                node = node.after(character);
            }
            node.complete = true;
        }
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
