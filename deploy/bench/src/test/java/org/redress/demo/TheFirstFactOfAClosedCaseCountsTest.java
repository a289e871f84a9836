package org.redress.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.redress.demo.Facts.Told;

class TheFirstFactOfAClosedCaseCountsTest {

    private static final Instant FIRST = Instant.parse("2026-11-21T06:00:00Z");
    private static final Instant CLOSED = FIRST.plusSeconds(9);

    @Test
    void what_comes_later_changes_neither_when_it_was_first_told_nor_when_it_was_closed() {
        Told told =
                told(FIRST, "NEW")
                        .and(told(CLOSED, "CLOSED"))
                        .and(told(CLOSED.plusSeconds(1), "CLOSED"));

        assertThat(told.firstAt()).isEqualTo(FIRST);
        assertThat(told.closedAt()).contains(CLOSED);
    }

    @Test
    void a_case_under_way_is_not_closed_and_perhaps_not_assessed() {
        Told told = told(FIRST, "NEW");

        assertThat(told.closedAt()).isEmpty();
        assertThat(told.assessedAt()).isEmpty();
    }

    private static Told told(Instant at, String status) {
        return new Told(at, JsonNodeFactory.instance.objectNode().put("status", status));
    }
}
