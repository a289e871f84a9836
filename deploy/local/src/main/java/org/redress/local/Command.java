package org.redress.local;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One of the things that {@code ./redress} can be told to do.
 *
 * @param name the word that is typed
 * @param help arguments and purpose, as the help shows them: one line, or several
 */
public record Command(String name, String help, Action action) {
    /** What a command does. */
    public interface Action {
        /**
         * Does it.
         *
         * @param arguments what was typed after the name
         * @return the exit status of the process
         * @throws Failure with one sentence for the user, when it cannot be done
         * @throws WrongUse when it does not know an argument
         */
        int run(List<String> arguments);
    }

    /** The arguments of a command were wrong; the message says which. */
    static final class WrongUse extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongUse(String sentence) {
            super(sentence);
        }
    }

    /** A command that takes these words and does nothing for somebody who asks for others. */
    static Command withWords(Set<String> known, String name, String help, Action action) {
        return refusing(word -> !known.contains(word), name, help, action);
    }

    /** A command that takes any words, and of options these. */
    static Command withOptions(Set<String> known, String name, String help, Action action) {
        return refusing(word -> word.startsWith("-") && !known.contains(word), name, help, action);
    }

    private static Command refusing(
            Predicate<String> unknown, String name, String help, Action action) {
        return new Command(
                name,
                help,
                arguments -> {
                    arguments.stream()
                            .filter(unknown)
                            .findFirst()
                            .ifPresent(word -> {
                                throw new WrongUse("%s does not know %s:".formatted(name, word));
                            });
                    return action.run(arguments);
                });
    }
}
