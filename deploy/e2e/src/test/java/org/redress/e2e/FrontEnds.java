package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.local.Service.INTAKE;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.redress.local.testing.TestTopics;

/**
 * Three front ends that register cases on and on: what was not answered is sent again with its key,
 * as behind a load balancer to the other instance of intake.
 */
final class FrontEnds implements AutoCloseable {

    private static final int COUNT = 3;
    private static final int INSTANCES = 2;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration RECOVERY = Duration.ofMinutes(3);

    private final Person agent;
    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running;

    FrontEnds(Person agent) {
        this.agent = agent;
        this.running =
                IntStream.range(0, COUNT)
                        .<Future<?>>mapToObj(_ -> threads.submit(this::registerOnAndOn))
                        .toList();
    }

    void awaitMoreAccepted(int more) {
        int enough = accepted.size() + more;
        await().atMost(RECOVERY).until(() -> accepted.size() >= enough);
    }

    /**
     * Ends the load. Every answer was a promise, or told to come again; each case that was accepted
     * has a number of its own and gets its fact.
     *
     * @return their numbers
     */
    List<String> end() throws InterruptedException, ExecutionException {
        isOver.set(true);
        for (var frontEnd : running) {
            frontEnd.get();
        }
        assertThat(wrong).as("answers that are no promise and no 503").isEmpty();
        assertThat(accepted).doesNotHaveDuplicates();
        await().atMost(RECOVERY)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(numbersOfFacts()).containsAll(accepted));
        return List.copyOf(accepted);
    }

    private void registerOnAndOn() {
        while (!isOver.get()) {
            var key = UUID.randomUUID().toString();
            var body = Complaints.lateParcel(UUID.randomUUID() + "@example.com");
            int tries = 0;
            do {
                LockSupport.parkNanos(PAUSE.toNanos());
                tries++;
            } while (!isAnswered(1 + tries % INSTANCES, key, body) && !isOver.get());
        }
    }

    private boolean isAnswered(int instance, String key, String body) {
        try {
            var answer = agent.at(instance).post(INTAKE, "/api/v1/cases", key, body);
            if (answer.status() == 201) {
                accepted.add(answer.body().path("caseNumber").asText());
                return true;
            }
            if (answer.status() != 503 && answer.status() != 409) {
                wrong.add(answer.status() + " " + answer.body());
            }
            return false;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    private static List<String> numbersOfFacts() {
        return TestTopics.read("redress.bi.case-facts").stream()
                .map(message -> message.json().path("caseNumber").asText())
                .toList();
    }

    @Override
    public void close() {
        isOver.set(true);
        threads.close();
    }
}
