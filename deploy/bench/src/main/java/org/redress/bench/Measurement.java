package org.redress.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Something that can be measured, by the word with which it is asked for. */
record Measurement(String word, String explanation, Way way) {

    static final List<Measurement> USUAL =
            List.of(
                    new Measurement("memory", "each idle service", Services::memory),
                    new Measurement(
                            "start",
                            "each service from its start until it is ready",
                            Services::start),
                    new Measurement(
                            "case",
                            "a lone case: its statements and commits (2 min)",
                            LoneCase::measure),
                    new Measurement(
                            "intake",
                            "intake alone (2 min), then the others work off what came in (10 min or more)",
                            IntakeAlone::measure),
                    new Measurement(
                            "flow",
                            "the whole chain under load, and at half of it (5 to 15 min)",
                            Flow::measure));

    private static final List<Measurement> UNUSUAL =
            List.of(
                    new Measurement(
                            "claims",
                            "a million mails wait while the mail server is away (5 min)",
                            Claims::measure),
                    new Measurement(
                            "catchup",
                            "each service reads 10,000 cases that it missed (10 min)",
                            CatchUp::measure),
                    new Measurement(
                            "clocks",
                            "escalation's timer among a million armed clocks (10 min)",
                            Clocks::measure),
                    new Measurement(
                            "lists",
                            "the lists of a handler's work among a million cases (5 min)",
                            Lists::measure),
                    new Measurement(
                            "relay",
                            "the chain beside transactions held open for ten minutes (15 to 30 min)",
                            HeldOpen::measure),
                    new Measurement(
                            "profile",
                            "where the time goes under load, a JFR of each service (3 to 15 min)",
                            Profile::measure));

    /** How it is measured. */
    @FunctionalInterface
    interface Way {
        List<Figure> of(Stand stand) throws SQLException;
    }

    static List<Measurement> all() {
        return Stream.concat(USUAL.stream(), UNUSUAL.stream()).toList();
    }

    static Optional<Measurement> of(String word) {
        return all().stream().filter(each -> each.word.equals(word)).findFirst();
    }
}
