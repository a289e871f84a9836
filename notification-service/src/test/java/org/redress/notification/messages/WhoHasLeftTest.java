package org.redress.notification.messages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestTopics;
import org.redress.notification.Contracts;
import org.redress.notification.Deliveries;
import org.redress.notification.Post;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;
import org.redress.notification.recipients.Staff;

/** Escalation goes on without who is not here any more: at once, and whatever they still have. */
@WithNotification
class WhoHasLeftTest {
    private static final String TOPIC = "redress.organisation";
    private static final String PERSON = "redress.person.snapshot.v1";
    private static final String AT = "2026-11-21T06:02:11Z";

    @Inject Jdbi jdbi;
    @Inject Staff staff;

    private final Story kettle = Story.kettle().isRegistered();
    private final String leaver = "leaver-" + kettle.caseNumber.toLowerCase(Locale.ROOT);
    private final String address = leaver + "@redress.example";

    @BeforeEach
    void theyWereHere() {
        jdbi.useHandle(handle ->
                handle.execute(
                        "insert into staff (person_id, name, language, email)"
                                + " values (?, 'The Leaver', 'en', ?)",
                        leaver,
                        address));
    }

    @AfterEach
    void nobodyHearsOfThemAgain() {
        jdbi.useHandle(handle -> {
            handle.execute("delete from staff where person_id = ?", leaver);
            handle.execute("delete from known_person where person_id = ?", leaver);
        });
    }

    @Test
    void their_page_fails_at_once() {
        // given
        leaves();

        // when
        kettle.pages(leaver, "A");

        // then
        var failed = Deliveries.await(kettle, "message.failed.v1", "ESCALATION_PAGE");
        assertThat(failed.path("final").asBoolean()).isTrue();
    }

    @Test
    void their_link_takes_no_call_any_more() {
        // given
        kettle.pages(leaver, "A");
        var link = "/a/" + Post.awaitTo(address, kettle).token();
        leaves();

        // then
        given().accept("text/html").get(link).then().statusCode(410);
        given().accept("application/json").post(link).then().statusCode(410);
        assertThat(Deliveries.count(kettle, "message.acknowledged.v1")).isZero();
    }

    @Test
    void what_is_no_person_goes_to_the_dead_letters() {
        // when
        TestTopics.publish(TOPIC, "person:nobody", PERSON, "{\"personId\": \"nobody\"}");

        // then
        TestTopics.await(
                TOPIC + ".notification.dlq", letter -> "person:nobody".equals(letter.key()));
    }

    private void leaves() {
        assertThat(staff.find(leaver)).isPresent();
        var person = Contracts.example("escalation/person.snapshot.v1/leaver");
        person.put("occurredAt", AT).put("recordedAt", AT).put("personId", leaver);
        TestTopics.publish(TOPIC, "person:" + leaver, PERSON, person.toString());
        await().until(() -> staff.find(leaver).isEmpty());
    }
}
