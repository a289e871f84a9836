package org.redress.escalation.organisation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.organisation.InvalidOrganisation.Mistake;

/** What is found wrong with a document, each with its place and told once. */
final class Mistakes {

    private static final int NAME = 500;

    private final ZoneId zone;
    private final List<Mistake> found = new ArrayList<>();

    Mistakes(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Does nothing where nothing is wrong.
     *
     * @throws InvalidOrganisation with all that is
     */
    void refuse(String document) {
        if (!found.isEmpty()) {
            throw new InvalidOrganisation(document, found);
        }
    }

    void add(String path, String wrong) {
        var mistake = new Mistake(path, wrong);
        if (!found.contains(mistake)) {
            found.add(mistake);
        }
    }

    void named(String path, @Nullable Names name) {
        if (name == null) {
            add(path + ".name", "is missing");
        } else if (name.zh().length() > NAME || name.en().length() > NAME) {
            add(path + ".name", "is longer than %d characters".formatted(NAME));
        }
    }

    <T> void distinct(String path, List<T> entries, Function<T, Object> key) {
        Set<Object> seen = new HashSet<>();
        each(
                path,
                entries,
                (at, entry) -> {
                    if (!seen.add(key.apply(entry))) {
                        add(at, "'%s' stands here a second time".formatted(key.apply(entry)));
                    }
                });
    }

    <T> void disjoint(
            String path, List<T> entries, Function<T, Object> key, Function<T, Validity> validity) {
        each(
                path,
                entries,
                (at, entry) -> {
                    boolean again =
                            entries.stream()
                                    .takeWhile(earlier -> earlier != entry)
                                    .anyMatch(earlier ->
                                            key.apply(earlier).equals(key.apply(entry))
                                                    && validity.apply(earlier)
                                                            .meets(validity.apply(entry), zone));
                    if (again) {
                        add(
                                at,
                                "'%s' stands here a second time at the same time"
                                        .formatted(key.apply(entry)));
                    }
                });
    }

    void forwards(String path, Validity validity) {
        if (!validity.isForwards(zone)) {
            add(path + ".until", "lies before from");
        }
    }

    static <T> void each(String path, List<T> entries, BiConsumer<String, T> check) {
        for (int i = 0; i < entries.size(); i++) {
            check.accept(path + "[" + i + "]", entries.get(i));
        }
    }
}
