package org.redress.notification.messages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.redress.local.testing.TestMail;
import org.redress.local.testing.TestTopics;
import org.redress.notification.Contracts;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;
import org.redress.platform.testing.Contract;

/**
 * What goes wrong in the platform itself reaches a person, who says by a link that they have it.
 */
@WithNotification
class TheWatchIsCalledTest {
    private static final Pattern LINK = Pattern.compile("http://\\S+/a/(\\S+)");

    private final String alertId = Story.id();
    private final String thing = "redress.cases-" + alertId.substring(24);

    @Test
    void who_holds_the_watch_reads_what_is_wrong_and_takes_it_by_the_link() throws Exception {
        isPaged("sun.hao", "A");
        isPaged("liu.qiang", "B");
        await().until(() -> mails().size() == 2);

        // when
        var first = text(mails().getFirst());
        given().accept("text/html")
                .get("/a/" + token(first))
                .then()
                .statusCode(200)
                .body(containsString("<form"));
        given().accept("text/html").post("/a/" + token(first)).then().statusCode(200);

        // then
        var event =
                TestTopics.await(
                                "redress.deliveries",
                                found ->
                                        found.type().equals("redress.alert-page.acknowledged.v1")
                                                && String.valueOf(found.text()).contains(alertId))
                        .json();
        assertThat(Contract.of("redress.alert-page.acknowledged.v1").faults(event.toString()))
                .isEmpty();
        assertThat(first).contains("triage", "flags[.]crowdSize");
        await().until(() -> mails().size() == 3);
        assertThat(List.of("sun.hao", "liu.qiang")).contains(event.path("personId").asText());
        given().accept("text/html")
                .get("/a/" + token(text(mails().get(1))))
                .then()
                .body(not(containsString("<form")));
    }

    @Test
    void who_cannot_be_reached_is_told_so_that_the_next_is_called() {
        // when
        isPaged("nobody.known", "A");

        // then
        var failed =
                TestTopics.await(
                                "redress.deliveries",
                                found ->
                                        found.type().equals("redress.alert-page.failed.v1")
                                                && String.valueOf(found.text()).contains(alertId))
                        .json();
        assertThat(Contract.of("redress.alert-page.failed.v1").faults(failed.toString())).isEmpty();
    }

    private String isPaged(String personId, String holder) {
        var event = Contracts.example("escalation/alert.paged.v1/dead-letter");
        var pageId = Story.id();
        event.put("alertId", alertId);
        event.put("pageId", pageId);
        event.put("personId", personId);
        event.put("holder", holder);
        event.put("thing", thing);
        TestTopics.publish(
                "redress.alerts",
                alertId,
                "redress.alert.paged.v1",
                Map.of("mode", "REAL"),
                event.toString());
        return pageId;
    }

    private List<MimeMessage> mails() throws Exception {
        var about = new ArrayList<MimeMessage>();
        for (var mail : TestMail.received()) {
            if (mail.getSubject().contains(thing.replace(".cases", "[.]cases"))) {
                about.add(mail);
            }
        }
        return about;
    }

    private static String text(MimeMessage mail) throws Exception {
        var parts = (MimeMultipart) mail.getContent();
        return (String) parts.getBodyPart(0).getContent();
    }

    private static String token(String text) {
        var matcher = LINK.matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
