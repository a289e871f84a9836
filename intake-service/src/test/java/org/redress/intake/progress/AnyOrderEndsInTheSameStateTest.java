package org.redress.intake.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.FrontEnd.aCase;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.intake.FrontEnd.Registered;
import org.redress.intake.Locks;
import org.redress.intake.WithIntake;
import org.redress.intake.cases.CaseId;
import org.redress.intake.cases.CaseUnits;
import org.redress.intake.cases.ClosedAs;
import org.redress.intake.cases.Status;
import org.redress.intake.customers.CustomerId;
import org.redress.intake.progress.Delivery.State;
import org.redress.intake.timetable.RunningClock;

/**
 * Topics have no order among each other, and everything may come twice: a case of two rounds is
 * told in twenty orders, each by the seed that a failure names.
 */
@WithIntake
class AnyOrderEndsInTheSameStateTest {

    private static final Instant AT = Instant.parse("2026-11-21T08:00:00Z");

    @Inject Progress progress;
    @Inject CaseUnits caseUnits;
    @Inject LiveCases liveCases;
    @Inject Jdbi jdbi;

    private CaseId caseId = CaseId.next();
    private CustomerId customerId = CustomerId.next();
    private final UUID firstClock = UUID.randomUUID();
    private final UUID secondClock = UUID.randomUUID();
    private final UUID message = UUID.randomUUID();

    @BeforeEach
    void given_a_case() {
        Registered registered = aCase();
        caseId = new CaseId(UUID.fromString(registered.caseId()));
        customerId = new CustomerId(UUID.fromString(registered.customerId()));
    }

    @Test
    void whatever_order_and_however_often() {
        // given
        LiveCase inOrder = told(story(), new Random(0));
        assertThat(inOrder.handling().status()).isEqualTo(Status.CLOSED);
        assertThat(inOrder.clocks()).extracting(RunningClock::dueAt).contains(at(90), at(700));
        for (int seed = 0; seed < 20; seed++) {
            List<Runnable> shuffled = new ArrayList<>(story());
            Random random = new Random(seed);
            for (int i = 0; i < 5; i++) {
                shuffled.add(shuffled.get(random.nextInt(shuffled.size())));
            }
            Collections.shuffle(shuffled, random);

            // then
            assertThat(told(shuffled, random)).describedAs("seed %d", seed).isEqualTo(inOrder);
        }
    }

    @Test
    void what_two_topics_tell_at_the_same_moment_is_shown_one_after_the_other() throws Exception {
        // given
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> second =
                    QuarkusTransaction.requiringNew()
                            .call(() -> {
                                caseUnits.hold(Set.of(caseId));
                                assessed(1, "LOW").run();
                                Future<?> waiting =
                                        threads.submit(() ->
                                                QuarkusTransaction.requiringNew()
                                                        .run(assignedTo("hq/finance")));
                                Locks.awaitSomebodyWaiting(jdbi);
                                assertThat(waiting).isNotDone();
                                return waiting;
                            });

            // when
            second.get();
        }

        // then
        assertThat(units()).containsExactly("hq", "hq/customer-service", "hq/finance");
    }

    private Runnable assignedTo(String unit) {
        return handled(1, 1, Status.ASSIGNED, "T1", unit, null, null, null);
    }

    private List<String> units() {
        return jdbi.withHandle(handle ->
                handle.createQuery("select unit from case_unit where case_id = :id order by unit")
                        .bind("id", caseId.value())
                        .mapTo(String.class)
                        .list());
    }

    private List<Runnable> story() {
        return List.of(
                handled(1, 1, Status.ASSIGNED, "T1", "hq/logistics", null, null, null),
                handled(3, 1, Status.IN_PROGRESS, null, null, "sun.li", null, null),
                handled(5, 1, Status.RESOLVED, null, null, "sun.li", "已重新派送", null),
                handled(7, 1, Status.CLOSED, null, null, null, null, ClosedAs.UNREACHABLE),
                handled(8, 2, Status.ASSIGNED, "T2", "hq/finance", null, null, null),
                handled(10, 2, Status.RESOLVED, null, null, "wu.gang", "已退款", null),
                handled(12, 2, Status.CLOSED, null, null, null, null, ClosedAs.SATISFIED),
                ticked(2, 1, firstClock, at(60), null),
                ticked(4, 1, firstClock, at(90), null),
                ticked(6, 1, firstClock, at(90), at(50)),
                ticked(9, 2, secondClock, at(700), null),
                ticked(11, 2, secondClock, at(700), at(650)),
                assessed(1, "LOW"),
                assessed(2, "HIGH"),
                () -> progress.tell(attempt(1), State.RETRYING),
                () -> progress.tell(attempt(2), State.SENT));
    }

    /** In transactions of any size, each of which writes all that was told in it. */
    private LiveCase told(List<Runnable> events, Random random) {
        int from = 0;
        while (from < events.size()) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(events.size()));
            List<Runnable> together = events.subList(from, to);
            QuarkusTransaction.requiringNew().run(() -> together.forEach(Runnable::run));
            from = to;
        }
        LiveCase told = liveCases.find(caseId, customerId);
        forget();
        return told;
    }

    private void forget() {
        jdbi.useHandle(handle ->
                List.of("live_handling", "live_assessment", "live_clock", "live_delivery")
                        .forEach(table ->
                                handle.createUpdate("delete from <table> where case_id = :id")
                                        .define("table", table)
                                        .bind("id", caseId.value())
                                        .execute()));
    }

    private Runnable handled(
            long version,
            int round,
            Status status,
            @Nullable String tier,
            @Nullable String unit,
            @Nullable String handler,
            @Nullable String resolution,
            @Nullable ClosedAs closedAs) {
        return () ->
                progress.tell(
                        new HandlingChanged(
                                caseId,
                                round,
                                version,
                                byAClockThatIsOff(version),
                                status,
                                closedAs,
                                tier,
                                unit,
                                handler,
                                resolution));
    }

    private Runnable ticked(
            long version, int round, UUID clock, Instant dueAt, @Nullable Instant metAt) {
        return () ->
                progress.tell(
                        new ClockChanged(
                                clock,
                                caseId,
                                round,
                                "RESOLUTION",
                                version,
                                byAClockThatIsOff(version),
                                dueAt,
                                dueAt.plusSeconds(60),
                                metAt));
    }

    private Runnable assessed(int revision, String severity) {
        return () ->
                progress.tell(
                        new Assessment(
                                caseId,
                                revision,
                                at(-revision),
                                "COMPLAINT",
                                "DELIVERY",
                                severity,
                                "NONE",
                                "NONE",
                                "P2",
                                "T1",
                                "hq/logistics",
                                List.of(),
                                null));
    }

    private DeliveryAttempted attempt(int attempt) {
        return new DeliveryAttempted(
                message, caseId, "CUSTOMER_RESOLUTION", "EMAIL", attempt, at(-attempt), null);
    }

    private static Instant byAClockThatIsOff(long version) {
        return at(-version);
    }

    private static Instant at(long minutes) {
        return AT.plus(Duration.ofMinutes(minutes));
    }
}
