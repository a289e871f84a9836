package org.redress.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.redress.triage.cases.Unit;
import org.redress.triage.levels.CaseClass;
import org.redress.triage.levels.Category;
import org.redress.triage.levels.ConductLevel;
import org.redress.triage.levels.Priority;
import org.redress.triage.levels.Ranked;
import org.redress.triage.levels.ResponseLevel;
import org.redress.triage.levels.Severity;
import org.redress.triage.levels.Tier;

class NeverLowerTest {

    private static final long SEED = 20_261_121;

    private final Random random = new Random(SEED);

    @Test
    void level_I_is_above_level_III_and_P1_above_P4() {
        assertThat(Ranked.graver(ResponseLevel.III, ResponseLevel.I)).isEqualTo(ResponseLevel.I);
        assertThat(Ranked.graver(ResponseLevel.NONE, ResponseLevel.III))
                .isEqualTo(ResponseLevel.III);
        assertThat(Ranked.graver(Priority.P4, Priority.P1)).isEqualTo(Priority.P1);
        assertThat(Ranked.graver(Tier.T3, Tier.T1)).isEqualTo(Tier.T3);
    }

    @Test
    void of_two_judgements_no_level_of_either_is_lost() {
        Stream.generate(() -> new Judgement[] {any(), any()})
                .limit(2_000)
                .forEach(pair -> {
                    var kept = pair[0].atLeast(pair[1]);
                    assertThat(pair[0].exceeds(kept)).isFalse();
                    assertThat(pair[1].exceeds(kept)).isFalse();
                });
    }

    @Test
    void a_known_category_is_not_given_up_for_other() {
        Stream.generate(() -> new Judgement[] {any(), any()})
                .limit(2_000)
                .filter(pair ->
                        pair[0].category() != Category.OTHER
                                || pair[1].category() != Category.OTHER)
                .forEach(pair ->
                        assertThat(pair[0].atLeast(pair[1]).category())
                                .isNotEqualTo(Category.OTHER));
    }

    private Judgement any() {
        return new Judgement(
                any(CaseClass.values()),
                any(Category.OTHER, Category.REFUND, Category.FOOD_SAFETY),
                any(Severity.values()),
                any(ConductLevel.values()),
                any(ResponseLevel.values()),
                any(Priority.values()),
                any(Tier.values()),
                any(new Unit("hq/quality"), new Unit("hq/safety")));
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }
}
