package org.redress.platform.messaging;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be replayed.
 *
 * @param service whose dead letters
 * @param topics the first topics of the events; empty for all
 * @param key only letters of this key; null for all
 * @param reason only letters whose reason has this text in it; null for all
 * @param fromBeginning also those that were replayed before
 * @param dryRun only to show them
 */
record ReplayOrder(
        String service,
        List<String> topics,
        @Nullable String key,
        @Nullable String reason,
        boolean fromBeginning,
        boolean dryRun) {

    static final String USAGE =
            """
            Sends dead letters of one service to it once more.

              --service NAME     whose dead letters (required)
              --topic TOPIC      only those of events from this topic; may be repeated
              --key KEY          only those of this key
              --reason TEXT      only those whose reason has this text in it
              --from-beginning   also those that were replayed before
              --dry-run          shows them and sends nothing

            A run without --key, --reason and --from-beginning goes on where the last one ended.
            Exit status: 0 done, 1 some cannot be replayed, 2 wrong arguments, 3 failed.\
            """;

    ReplayOrder {
        topics = List.copyOf(topics);
    }

    /** The order is not understood. */
    static final class Misunderstood extends RuntimeException {
        Misunderstood(String message) {
            super(message);
        }
    }

    static ReplayOrder parse(String... arguments) {
        String service = null;
        var topics = new ArrayList<String>();
        String key = null;
        String reason = null;
        boolean fromBeginning = false;
        boolean dryRun = false;
        var words = List.of(arguments).iterator();
        while (words.hasNext()) {
            var word = words.next();
            switch (word) {
                case "--service" -> service = value(word, words);
                case "--topic" -> topics.add(value(word, words));
                case "--key" -> key = value(word, words);
                case "--reason" -> reason = value(word, words);
                case "--from-beginning" -> fromBeginning = true;
                case "--dry-run" -> dryRun = true;
                default -> throw new Misunderstood("What is " + word + "?");
            }
        }
        if (service == null) {
            throw new Misunderstood("--service is missing.");
        }
        return new ReplayOrder(service, topics, key, reason, fromBeginning, dryRun);
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new Misunderstood(option + " wants a value.");
        }
        return words.next();
    }

    /** Whether the next run goes on where this one ended. */
    boolean isRemembered() {
        return !dryRun && !isPartial();
    }

    /** Whether it looks at all letters again instead of going on where the last run ended. */
    boolean isPartial() {
        return key != null || reason != null || fromBeginning;
    }

    boolean isMeant(String letterTopic) {
        var end = "." + service + ".dlq";
        return letterTopic.endsWith(end)
                && (topics.isEmpty()
                        || topics.contains(letterTopic)
                        || topics.contains(
                                letterTopic.substring(0, letterTopic.length() - end.length())));
    }

    boolean isMeant(@Nullable String letterKey, @Nullable String letterReason) {
        return (key == null || key.equals(letterKey))
                && (reason == null || (letterReason != null && letterReason.contains(reason)));
    }
}
