package org.redress.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.platform.due.Wakeup;
import org.redress.reporting.WithPlatform;
import org.redress.reporting.events.CaseId;
import org.redress.reporting.facts.Facts.Saved;

/** A timer of its own, at a time at which nothing that is stored is due. */
@WithPlatform
class TheTimerKnowsWhenFactsAreDueTest {

    private static final Instant NOW = Instant.parse("2001-01-01T00:00:00Z");

    @Inject FactSettling settling;
    @Inject TransactionSynchronizationRegistry transaction;

    private final List<Instant> woken = new ArrayList<>();
    private FactTimer timer;

    @BeforeEach
    void it_has_just_looked() {
        timer = new FactTimer(settling, listening());
        timer.fire(NOW);
    }

    @Test
    void it_looks_each_five_seconds_for_what_another_replica_left_behind() {
        assertThat(timer.next()).contains(NOW.plusSeconds(5));
    }

    @Test
    void what_this_replica_folded_is_due_and_wakes_it_when_its_window_ends() {
        timer.expect(folded(NOW.plusSeconds(1)));

        assertThat(timer.next()).contains(NOW.plusSeconds(1));
        assertThat(woken).containsExactly(NOW.plusSeconds(1));
    }

    @Test
    void and_is_not_waited_for_once_it_was() {
        timer.expect(folded(NOW.plusSeconds(1)));

        timer.fire(NOW.plusSeconds(1));

        assertThat(timer.next()).contains(NOW.plusSeconds(6));
    }

    private Wakeup listening() {
        return new Wakeup(transaction) {
            @Override
            public void at(Instant due) {
                woken.add(due);
            }
        };
    }

    private static FactsFolded folded(Instant publishAt) {
        var caseId = new CaseId(UuidCreator.getTimeOrderedEpoch());
        return new FactsFolded(List.of(), List.of(new Saved(caseId, publishAt)));
    }
}
