package org.redress.local;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The word that somebody may have meant. */
final class Nearest {

    private Nearest() {}

    /** The nearest of these words; empty when none is near. */
    static Optional<String> to(String typed, List<String> words) {
        return words.stream()
                .filter(word -> distance(typed, word) <= Math.max(1, word.length() / 3))
                .min(Comparator.comparingInt(word -> distance(typed, word)));
    }

    /** How many letters are wrong, missing, too many, or two in the wrong order. */
    private static int distance(String one, String other) {
        int[][] edits = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                edits[i][j] = i == 0 ? j : j == 0 ? i : least(edits, one, other, i, j);
            }
        }
        return edits[one.length()][other.length()];
    }

    private static int least(int[][] edits, String one, String other, int i, int j) {
        int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least =
                Math.min(
                        edits[i - 1][j - 1] + wrong,
                        Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean areSwapped =
                i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
        return areSwapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
    }
}
