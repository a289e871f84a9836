package org.redress.local;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of the things that {@code ./redress} can be told to do.
 *
 * @param name the word that is typed
 * @param options the options that it takes; null for any, of which it sees to itself
 * @param takesWords whether it takes anything beside options
 */
record Command(String name, @Nullable Set<String> options, boolean takesWords, Action action) {
    /** What a command does. */
    interface Action {
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

    /** One that sees itself to what was typed. */
    static Command of(String name, Action action) {
        return new Command(name, null, true, action);
    }

    /** Does nothing for somebody who asked for what it does not know. */
    int run(List<String> arguments) {
        for (String word : arguments) {
            boolean isKnown =
                    word.startsWith("-") ? options == null || options.contains(word) : takesWords;
            if (!isKnown) {
                throw new WrongUse("%s does not know %s:".formatted(name, word));
            }
        }
        return action.run(arguments);
    }
}
