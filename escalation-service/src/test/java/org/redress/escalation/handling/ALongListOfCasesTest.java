package org.redress.escalation.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;

@WithEscalation
class ALongListOfCasesTest {

    private static final String UNIT = "hq/outlets/west";

    @Test
    void a_long_list_comes_in_parts_of_the_size_that_is_asked_for() {
        // given
        var stories =
                Stream.generate(() -> CaseStory.assigned("LOW", UNIT))
                        .limit(5)
                        .map(CaseStory::number)
                        .toList();

        // when
        var parts = new ArrayList<List<String>>();
        @Nullable String next = null;
        do {
            var part = list(UNIT, next == null ? "limit=2" : "limit=2&cursor=" + next).jsonPath();
            parts.add(part.getList("items.caseNumber"));
            next = part.getString("next");
        } while (next != null);

        // then
        assertThat(parts.subList(0, parts.size() - 1)).allMatch(part -> part.size() == 2);
        assertThat(parts.stream().flatMap(List::stream))
                .doesNotHaveDuplicates()
                .containsAll(stories);
        list(UNIT, "cursor=bm9uc2Vuc2U")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("cursor"));
    }

    @Test
    void of_a_unit_whoever_asks_is_shown_what_lies_in_both_the_unit_and_theirs() {
        // given
        var east = CaseStory.assigned("LOW", "hq/outlets/east").number();
        var west = CaseStory.assigned("LOW", UNIT).number();

        // then
        assertThat(numbers("hq/outlets", "unit=" + UNIT)).contains(west).doesNotContain(east);
        assertThat(numbers(UNIT, "unit=hq/outlets")).contains(west).doesNotContain(east);
        assertThat(numbers("hq", "unit=hq/outlets")).contains(west, east);
        assertThat(numbers(UNIT, "unit=hq/outlets/east")).isEmpty();
        assertThat(numbers("hq", "unit=hq/out")).isEmpty();
    }

    @Test
    void the_newest_comes_first() {
        var story = CaseStory.assigned("LOW", "hq/outlets/east");

        list("hq/outlets/east", "limit=1")
                .then()
                .body("items.caseNumber", contains(story.number()));
    }

    private static List<String> numbers(String units, String query) {
        return list(units, "limit=200&" + query).path("items.caseNumber");
    }

    private static Response list(String units, String query) {
        return CaseStory.with("ye.qing", "manager", units)
                .get("/api/v1/handlings?status=ASSIGNED&" + query);
    }
}
