package org.redress.intake.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.redress.intake.FrontEnd.aCase;
import static org.redress.intake.FrontEnd.agent;
import static org.redress.intake.FrontEnd.person;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redress.intake.FrontEnd.Registered;
import org.redress.intake.WithIntake;

@WithIntake
class ALongJournalIsReadInPartsTest {

    private static final int ENTRIES = 13;

    @Test
    void the_case_shows_the_last_entries_and_where_to_read_on() {
        // given
        Registered registered = withJournal();

        // when
        var shown = agent().get(registered.path()).then().statusCode(200).extract();

        // then
        assertThat(shown.<List<String>>path("journal.contact.note"))
                .containsExactlyElementsOf(notes(3, ENTRIES));
        agent().queryParam("cursor", shown.<String>path("earlierJournal"))
                .get(registered.path() + "/journal")
                .then()
                .statusCode(200)
                .body("items.contact.note", equalTo(notes(0, 3).reversed()))
                .body("$", not(hasKey("next")));
    }

    @Test
    void the_journal_is_read_in_parts_newest_first() {
        // given
        Registered registered = withJournal();

        // when
        var first =
                agent().queryParam("limit", 5)
                        .get(registered.path() + "/journal")
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(5))
                        .extract();

        // then
        assertThat(first.<List<String>>path("items.contact.note"))
                .containsExactlyElementsOf(notes(8, ENTRIES).reversed());
        agent().queryParam("limit", 50)
                .queryParam("cursor", first.<String>path("next"))
                .get(registered.path() + "/journal")
                .then()
                .body("items.contact.note", equalTo(notes(0, 8).reversed()));
    }

    @Test
    void it_is_for_those_who_may_see_the_case() {
        Registered registered = aCase();

        person("wu.gang", "handler", "hq/outlets/east")
                .get(registered.path() + "/journal")
                .then()
                .statusCode(404);
        agent().queryParam("limit", 51)
                .get(registered.path() + "/journal")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("limit"));
    }

    private static Registered withJournal() {
        Registered registered = aCase();
        for (String note : notes(0, ENTRIES)) {
            agent().body(
                            """
                            {"direction": "OUTBOUND", "channel": "HOTLINE", "note": "%s"}
                            """
                                    .formatted(note))
                    .post(registered.path() + "/contacts")
                    .then()
                    .statusCode(201);
        }
        return registered;
    }

    private static List<String> notes(int from, int to) {
        return IntStream.range(from, to).mapToObj("第%d次联系"::formatted).toList();
    }
}
