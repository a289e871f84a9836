package org.redress.escalation.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;

/** A case may have as many notes as it needs; an answer does not grow with them. */
@WithEscalation
class ALongJournalTest {

    @Test
    void a_handling_shows_the_latest_entries_and_the_journal_all_of_them_in_parts() {
        CaseStory story = CaseStory.assigned("LOW", "hq/finance");
        story.accept().statusCode(200);
        IntStream.range(0, 70).forEach(note -> story.noteSaying("note " + note).statusCode(200));

        List<String> shown = story.view().jsonPath().getList("journal.text");
        assertThat(shown).hasSize(20).endsWith("note 69");

        List<String> all = new ArrayList<>();
        JsonPath part = part(story, "");
        while (true) {
            all.addAll(part.getList("items.text"));
            if (part.getString("next") == null) {
                break;
            }
            part = part(story, "?limit=30&cursor=" + part.getString("next"));
            assertThat(part.getList("items")).hasSizeLessThanOrEqualTo(30);
        }
        assertThat(all).hasSize(72).startsWith("note 69").contains("note 0", "hq/finance");
        assertThat(part(story, "?cursor=" + story.view().path("earlier")).getList("items.text"))
                .first()
                .isEqualTo("note 49");
    }

    @Test
    void a_cursor_that_was_not_given_out_and_a_page_too_long_are_refused_by_name() {
        CaseStory story = CaseStory.assigned("LOW", "hq/finance");

        CaseStory.with("wang.fang", "manager", "hq")
                .get(story.path("journal") + "?cursor=bm9uc2Vuc2U")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("cursor"));
        CaseStory.with("wang.fang", "manager", "hq")
                .get(story.path("journal") + "?limit=51")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("limit"));
        CaseStory.with("gao.peng", "handler", "hq/logistics")
                .get(story.path("journal"))
                .then()
                .statusCode(404);
    }

    private static JsonPath part(CaseStory story, String query) {
        return CaseStory.with("wang.fang", "manager", "hq")
                .get(story.path("journal") + query)
                .jsonPath();
    }
}
