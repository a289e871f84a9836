package org.redress.notification.mails;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.notification.cases.KnownCase;
import org.redress.notification.cases.Signal;

/** How a customer is spoken to: by what has happened to them (IN-13). */
enum Tone {
    /** They ask or suggest something. */
    PLAIN,
    /** Something went wrong. An unassessed case may well be a complaint. */
    SORRY,
    /** Somebody is hurt or in danger: nobody is sorry for an inconvenience then. */
    CARE,
    /** Somebody has died. */
    GRIEF;

    private static final Set<String> NOTHING_TO_BE_SORRY_FOR = Set.of("INQUIRY", "SUGGESTION");
    private static final Set<String> HARM =
            Set.of(
                    "INJURY",
                    "FIRE",
                    "EXPLOSION",
                    "ELECTRIC_SHOCK",
                    "POISONING",
                    "VIOLENCE",
                    "DANGER");

    /** What to tell first, the most urgent first. */
    private static final List<String> ADVICE =
            List.of("FIRE", "EXPLOSION", "DANGER", "ELECTRIC_SHOCK", "POISONING", "VIOLENCE");

    static Tone of(KnownCase about) {
        var signals = signals(about);
        if (signals.contains("DEATH")) {
            return GRIEF;
        }
        if (about.danger() || signals.stream().anyMatch(HARM::contains)) {
            return CARE;
        }
        return about.assessment()
                        .filter(judged -> NOTHING_TO_BE_SORRY_FOR.contains(judged.caseClass()))
                        .isPresent()
                ? PLAIN
                : SORRY;
    }

    /** The sentences that keep people safe: unplug it, do not use it, see a doctor. */
    static List<String> safety(KnownCase about, Words words) {
        var signals = signals(about);
        var harmed = about.danger() || signals.stream().anyMatch(HARM::contains);
        var first = ADVICE.stream().filter(signals::contains).findFirst();
        var product =
                Optional.of("PRODUCT")
                        .filter(_ -> first.isEmpty() && signals.contains("PRODUCT"))
                        .filter(_ -> harmed || signals.contains("RISK"));
        var doctor = Optional.of("INJURY").filter(_ -> harmed);
        return Stream.of(first, product, doctor)
                .flatMap(Optional::stream)
                .map(code -> words.say("safety", code))
                .toList();
    }

    private static Set<String> signals(KnownCase about) {
        return about.assessment().stream()
                .flatMap(judged -> judged.signals().stream())
                .map(Signal::signal)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
