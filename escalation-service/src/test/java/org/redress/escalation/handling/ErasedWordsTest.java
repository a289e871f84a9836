package org.redress.escalation.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.escalation.CaseStory;
import org.redress.escalation.WithEscalation;
import org.redress.platform.due.DueLoop;

/** Words rest sealed, wherever they rest, and an erasure ends them (XX-02, XX-03). */
@WithEscalation
class ErasedWordsTest {

    private static final String MARK = "Quendelkraut-4711";

    @Inject Jdbi jdbi;
    @Inject DueLoop timer;

    @Test
    void no_table_holds_words_in_the_clear_and_after_an_erasure_nobody_reads_them() {
        CaseStory story = aStoryFullOfWords();
        assertThat(tablesWith(MARK)).isEmpty();
        story.view().then().body("journal.text", hasItem(MARK));

        story.erase();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> story.view().then().body("erased", equalTo(true)));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> story.view().then().body(not(containsString(MARK))));
        CaseStory.with("wang.fang", "manager", "hq")
                .get(story.path("journal"))
                .then()
                .statusCode(200)
                .body(not(containsString(MARK)));
        assertThat(tablesWith(MARK)).isEmpty();
    }

    @Test
    void what_is_said_after_the_erasure_is_not_kept() {
        CaseStory story = CaseStory.assigned("LOW", "hq/finance");
        story.accept().statusCode(200);
        story.erase();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> story.view().then().body("erased", equalTo(true)));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        story.noteSaying(MARK)
                                .statusCode(200)
                                .body("journal[-1].activity", equalTo("NOTE"))
                                .body("journal[-1].text", equalTo(null)));
    }

    @Test
    void what_is_parked_keeps_its_words_sealed_until_it_is_applied() {
        CaseStory story = CaseStory.assigned("LOW", "hq/finance");
        story.accept().statusCode(200);
        story.satisfaction(1, "SATISFIED", 1, MARK);
        await().atMost(Duration.ofSeconds(10))
                .until(() ->
                        count("select count(*) from parked_event where words is not null") > 0);

        assertThat(tablesWith(MARK)).isEmpty();
        story.resolve().statusCode(200);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    timer.fireDue();
                    story.view().then().body("journal[-1].text", equalTo(MARK));
                });
    }

    private static CaseStory aStoryFullOfWords() {
        CaseStory story = CaseStory.assigned("HIGH", "hq/finance");
        story.accept().statusCode(200);
        story.noteSaying(MARK).statusCode(200);
        story.does("chen.wei", "handler", "hand-over", Map.of("to", "song.yan", "note", MARK))
                .statusCode(200);
        story.does("song.yan", "handler", "co-handlings", Map.of("unit", "hq/legal", "words", MARK))
                .statusCode(200);
        String asked = "co-handlings/" + story.view().path("coHandlings[0].coHandlingId");
        story.does("wang.fang", "manager", asked + "/answer", Map.of("answer", MARK))
                .statusCode(200);
        story.does("song.yan", "handler", asked + "/withdrawal", Map.of("reason", MARK))
                .statusCode(200);
        Map<String, Object> noAgreement =
                Map.of("explanation", MARK, "remedies", MARK, "contrary", true);
        story.does("song.yan", "handler", "non-agreement", noAgreement).statusCode(200);
        story.does("wang.fang", "manager", "non-agreement/refusal", Map.of("reason", MARK))
                .statusCode(200);
        story.as("wang.fang", "manager")
                .header("Idempotency-Key", "words-" + story.id())
                .body(Map.of("resolution", MARK))
                .post(story.path("resolution"))
                .then()
                .statusCode(200);
        story.satisfaction(1, "NOT_SATISFIED", 1, MARK);
        story.awaitStatus("ASSIGNED");
        return story;
    }

    /**
     * Every table in which the text stands in the clear, as text or as bytes; the outbox is left.
     */
    private List<String> tablesWith(String text) {
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> count("select count(*) from messaging.outbox") == 0);
        return jdbi.withHandle(handle ->
                tables(handle).stream()
                        .filter(table ->
                                handle.createQuery(
                                                        "select count(*) from "
                                                                + table
                                                                + " t where t::text like ? or t::text like ?")
                                                .bind(0, "%" + text + "%")
                                                .bind(1, "%" + hex + "%")
                                                .mapTo(Long.class)
                                                .one()
                                        > 0)
                        .toList());
    }

    private static List<String> tables(Handle handle) {
        return handle.createQuery(
                        """
                        select table_schema || '.' || table_name from information_schema.tables
                        where table_schema not in ('pg_catalog', 'information_schema')
                        """)
                .mapTo(String.class)
                .list();
    }

    private long count(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
