package org.redress.escalation.organisation;

import java.util.List;
import java.util.stream.Collectors;

/** A document that is no organisation, with everything that is wrong with it. */
public final class InvalidOrganisation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Something wrong.
     *
     * @param path its place in the document, such as {@code duties[4].a}; empty if it has none
     */
    public record Mistake(String path, String wrong) {
        @Override
        public String toString() {
            return path.isEmpty() ? wrong : path + ": " + wrong;
        }
    }

    @SuppressWarnings("serial") // Nobody writes exceptions down.
    private final List<Mistake> mistakes;

    InvalidOrganisation(String file, List<Mistake> mistakes) {
        super(
                mistakes.stream()
                        .map(mistake -> file + ": " + mistake)
                        .collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    /** What was sent is no document at all, nor a part of one. */
    public static InvalidOrganisation of(String wrong) {
        return new InvalidOrganisation("body", List.of(new Mistake("", wrong)));
    }

    /** Everything that is wrong. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
