package org.redress.local;

import java.io.PrintStream;
import java.util.List;

/** {@code ./redress replay}: gives dead letters back to the topic that they came from. */
final class ReplayCommand implements Command {

    private final PrintStream out;

    ReplayCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String help() {
        return "  replay <topic.dlq>    publish dead letters again where they came from, each once";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 1 || !arguments.getFirst().endsWith(".dlq")) {
            throw new Redress.WrongUse("replay needs the name of one dead-letter topic:");
        }
        Platform platform = Platform.of(Platform.Settings.ofCheckout(), _ -> {});
        DeadLetterReplay.Counts counts =
                new DeadLetterReplay(platform.kafka(KafkaLogin.ADMIN)).of(arguments.getFirst());
        counts.replayed()
                .forEach(
                        (topic, count) -> out.printf("%6d  published again to %s%n", count, topic));
        out.printf("%6d  dead letters were new on %s%n", counts.total(), arguments.getFirst());
        if (counts.homeless() > 0) {
            out.printf("%6d  left, as they do not say where they came from%n", counts.homeless());
        }
        return 0;
    }
}
