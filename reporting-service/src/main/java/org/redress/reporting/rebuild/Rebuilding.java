package org.redress.reporting.rebuild;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.redress.platform.due.DueWork;
import org.redress.reporting.facts.Refolding;
import org.redress.reporting.metrics.Recount;

/**
 * Does what was asked, step by step, while the service goes on: a step is one transaction with all
 * that it publishes and how far it came.
 */
@ApplicationScoped
class Rebuilding implements DueWork {
    private static final Logger LOG = Logger.getLogger(Rebuilding.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int CASES = 100;
    private static final LocalDate BEFORE_ALL = LocalDate.of(1900, 1, 1);

    private final Orders orders;
    private final Refolding refolding;
    private final Recount recount;
    private volatile Instant lookAt = Instant.MIN;

    Rebuilding(Orders orders, Refolding refolding, Recount recount) {
        this.orders = orders;
        this.refolding = refolding;
        this.recount = recount;
    }

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public int fire(Instant now) {
        lookAt = now.plus(LOOK);
        boolean done = QuarkusTransaction.requiringNew().call(() -> step(now));
        lookAt = done ? now : lookAt;
        return done ? 1 : 0;
    }

    /** Does the next step, if there is one and no other replica is at it. */
    boolean step(Instant now) {
        var order = orders.take();
        order.ifPresent(each -> {
            refolding.takeTurn();
            if (each.afterDay() == null) {
                foldCases(each, now);
            } else {
                countDay(each, each.afterDay(), now);
            }
        });
        return order.isPresent();
    }

    private void foldCases(Order order, Instant now) {
        var cases = refolding.casesAfter(order.afterCase(), CASES);
        if (cases.isEmpty()) {
            orders.daysDone(order, BEFORE_ALL, 0);
            return;
        }
        var refolded = refolding.refold(cases, order.everything(), now);
        recount.share(refolded.facts());
        orders.casesDone(order, cases.getLast(), cases.size(), refolded);
    }

    private void countDay(Order order, LocalDate last, Instant now) {
        var day = recount.dayAfter(last);
        if (day.isPresent()) {
            orders.daysDone(order, day.get(), recount.count(day.get(), order.everything(), now));
        } else {
            orders.end(order, now);
            LOG.infof(
                    "rebuilt cases=%d facts=%d metrics=%d withoutEvents=%d unreadable=%d",
                    order.cases(),
                    order.factsPublished(),
                    order.metricsPublished(),
                    order.withoutEvents(),
                    order.unreadable());
        }
    }

    @Override
    public Optional<Instant> next() {
        return Optional.of(lookAt);
    }

    @Override
    public int rank() {
        return 1;
    }
}
