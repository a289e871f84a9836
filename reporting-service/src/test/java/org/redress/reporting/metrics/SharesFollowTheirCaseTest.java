package org.redress.reporting.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.reporting.facts.FactFixtures.fold;

import io.quarkus.test.TestTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.reporting.Story;
import org.redress.reporting.WithPlatform;

/** What a case adds to a day moves with the case, and the days that it moves are summed up. */
@WithPlatform
@TestTransaction
class SharesFollowTheirCaseTest {

    private static final Cell FIRST_DAY = unassigned("2026-11-21");
    private static final Cell EARLIER = unassigned("2026-11-18");

    @Inject Shares shares;

    @Test
    void to_the_day_on_which_it_turns_out_to_have_happened_and_back() {
        var story = Story.ofARealCase().registered();
        var first = List.of(fold(story));
        var earlier = List.of(fold(story.after(Duration.ofDays(-3)).registered()));

        assertThat(shares.follow(first)).containsExactly(FIRST_DAY);
        assertThat(shares.follow(earlier)).containsExactlyInAnyOrder(FIRST_DAY, EARLIER);
        assertThat(shares.follow(first)).containsExactlyInAnyOrder(FIRST_DAY, EARLIER);
    }

    @Test
    void and_a_day_on_which_nothing_changed_is_not_summed_up_again() {
        var facts = List.of(fold(Story.ofARealCase().registered()));
        shares.follow(facts);

        assertThat(shares.follow(facts)).isEmpty();
    }

    private static Cell unassigned(String day) {
        return new Cell(LocalDate.parse(day), "UNASSIGNED", "UNASSESSED", "UNASSESSED");
    }
}
