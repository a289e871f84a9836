package org.redress.demo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.redress.bench.Load;
import org.redress.local.Failure;
import org.redress.local.Patience;
import org.redress.local.Unchecked;

/** Registers a case for each line of a file, and waits until all of them were assessed and told. */
final class FileRun {
    private static final int SIDE_BY_SIDE = 8;
    private static final int NEWS_EACH = 200;
    private static final Duration NEWS = Duration.ofSeconds(5);
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private final List<String> lines;
    private final Agent agent;
    private final Tally tally;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean isBrokenOff = new AtomicBoolean();

    FileRun(List<String> lines, Agent agent, Tally tally) {
        this.lines = lines;
        this.agent = agent;
        this.tally = tally;
    }

    /**
     * The lines of a file; what is no UTF-8 becomes U+FFFD, so that one broken line is the only one
     * that is lost.
     *
     * @throws Failure when there is no such file
     */
    static List<String> lines(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Failure("There is no file " + file + " that can be read.");
        }
        byte[] content = Unchecked.get(() -> Files.readAllBytes(file));
        String text = new String(content, StandardCharsets.UTF_8).replaceFirst("^\ufeff", "");
        return text.lines().toList();
    }

    /**
     * Sends all lines and tells what became of them.
     *
     * @param key begins this run's idempotency keys
     * @param rate lines per second; 0 for as fast as eight at a time go
     * @return whether the BI topic has told of the assessment of each case
     * @throws Failure when intake stays away
     */
    boolean run(String key, double rate) {
        long begunAt = System.nanoTime();
        if (rate > 0) {
            Load.open(rate, lines.size(), () -> sendNext(key));
        } else {
            Load.times(lines.size(), SIDE_BY_SIDE, () -> sendNext(key));
        }
        Duration sending = Duration.ofNanos(System.nanoTime() - begunAt);
        awaitFacts();
        System.out.println();
        tally.report(sending).forEach(System.out::println);
        if (isBrokenOff.get()) {
            throw new Failure(
                    "Intake did not answer any more, so the rest of the file was not sent;"
                            + " see ./redress status.");
        }
        return tally.unreported() == 0;
    }

    private void sendNext(String key) {
        int number = next.incrementAndGet();
        String line = lines.get(number - 1);
        if (number % NEWS_EACH == 0) {
            System.out.printf("%d of %d lines%n", number, lines.size());
        }
        if (line.isBlank() || isBrokenOff.get()) {
            return;
        }
        try {
            Registration answer =
                    agent.register(Complaint.read(number, line).form(), key + "-" + number);
            tally.answered(number, answer);
            if (answer instanceof Registration.NotNow) {
                isBrokenOff.set(true);
            }
        } catch (Failure e) {
            tally.failed(number, e.getMessage());
        }
    }

    /** Waits for the facts that tell of each assessment, as long as more of them come. */
    private void awaitFacts() {
        for (int missing = tally.unreported(); missing > 0; ) {
            int before = missing;
            if (!Patience.sees(STANDSTILL, () -> tally.unreported() < before)) {
                return;
            }
            Patience.sees(NEWS, () -> tally.unreported() == 0);
            missing = tally.unreported();
            System.out.printf("%d are still to be assessed and told to the BI topic%n", missing);
        }
    }
}
