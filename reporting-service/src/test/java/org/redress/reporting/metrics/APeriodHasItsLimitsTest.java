package org.redress.reporting.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.reporting.metrics.Period.Days;
import org.redress.reporting.metrics.Period.Refused;

class APeriodHasItsLimitsTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

    @Test
    void one_day_is_a_period_and_so_are_as_many_as_allowed() {
        assertThat(period(FIRST, FIRST)).isEqualTo(new Days(FIRST, FIRST));
        assertThat(period(FIRST, FIRST.plusDays(399)))
                .isEqualTo(new Days(FIRST, FIRST.plusDays(399)));
    }

    @Test
    void one_day_more_is_none_and_neither_is_one_that_ends_before_it_begins() {
        assertThat(period(FIRST, FIRST.plusDays(400))).isInstanceOf(Refused.class);
        assertThat(period(FIRST, FIRST.minusDays(1))).isInstanceOf(Refused.class);
    }

    @Test
    void without_its_first_or_last_day_it_is_none() {
        assertThat(period(null, FIRST)).isInstanceOf(Refused.class);
        assertThat(period(FIRST, null)).isInstanceOf(Refused.class);
    }

    private static Period period(@Nullable LocalDate from, @Nullable LocalDate to) {
        return Period.of(from, to, 400);
    }
}
