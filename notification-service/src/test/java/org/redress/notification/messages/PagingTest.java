package org.redress.notification.messages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.notification.Deliveries;
import org.redress.notification.Post;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;

@WithNotification
class PagingTest {
    private static final String ZHANG_LEI = "zhang.lei@redress.example";
    private static final String HE_JING = "he.jing@redress.example";

    @Inject Jdbi jdbi;
    @Inject MeterRegistry metrics;

    @Test
    void
            the_called_person_reads_in_their_language_what_happened_why_it_came_to_them_and_until_when() {
        var kettle = Story.kettle().isRegistered().isAssessed();

        // when
        kettle.pages("zhang.lei", "A");

        // then
        var mail = Post.awaitTo(ZHANG_LEI, kettle);
        assertThat(mail.subject()).startsWith("【特别重大】").contains("03:12");
        assertThat(mail.text()).contains("质量管理部", "值班员", "A角", "为什么找您");
        assertThat(mail.html()).contains(mail.token()).contains("prefers-color-scheme");
    }

    @Test
    void who_is_next_is_called_by_the_name_in_the_readers_language_on_mail_and_page() {
        var kettle = Story.kettle().isRegistered();

        // when
        kettle.pagesWithNext("zhang.lei", "he.jing", "xu.qiang");
        kettle.pagesWithNext("he.jing", "zhang.lei", "xu.qiang");

        // then
        var his = Post.awaitTo(ZHANG_LEI, kettle);
        assertThat(his.text()).contains("何静（B角），之后徐强");
        assertThat(his.html()).contains("何静（B角），之后徐强");
        assertThat(pageBehind(his)).contains("何静（B角），之后徐强");
        var hers = Post.awaitTo(HE_JING, kettle);
        assertThat(hers.text()).contains("Zhang Lei (B), then Xu Qiang");
        assertThat(pageBehind(hers)).contains("Zhang Lei (B), then Xu Qiang");
    }

    private static String pageBehind(Post mail) {
        return given().accept("text/html").get("/a/" + mail.token()).asString();
    }

    @Test
    void a_page_goes_out_with_what_is_known_when_triage_has_not_spoken_yet() {
        var kettle = Story.kettle().isRegistered();

        // when
        kettle.pages("he.jing", "B");

        // then
        assertThat(Post.awaitTo(HE_JING, kettle).text()).contains("WHY IT COMES TO YOU");
    }

    @Test
    void a_page_waits_for_nothing_and_says_what_it_knows_by_itself() {
        var kettle = Story.kettle();

        // when
        kettle.pages("zhang.lei", "A");

        // then
        var mail = Post.awaitTo(ZHANG_LEI, kettle);
        assertThat(mail.subject()).startsWith("【特别重大】").contains("案件内容尚未传到");
        assertThat(mail.text()).contains("产品安全", "质量管理部", "值班员", mail.token());
        assertThat(mail.urgent()).isTrue();
    }

    @Test
    void a_registration_that_cannot_be_read_silences_nobody() {
        var kettle = Story.kettle();

        // when
        kettle.isRegisteredUnreadably();
        kettle.pages("he.jing", "B");

        // then
        Post.awaitTo(HE_JING, kettle);
    }

    @Test
    void a_page_heard_of_twice_is_mailed_once_and_what_became_of_it_is_told_again() {
        var kettle = Story.kettle().isRegistered();
        var pageId = kettle.pages("zhang.lei", "A");
        Post.awaitTo(ZHANG_LEI, kettle);
        Deliveries.await(kettle, "message.sent.v1", "ESCALATION_PAGE");

        // when
        kettle.pages(pageId, "zhang.lei", "A");
        kettle.pages("he.jing", "B");

        // then
        Post.awaitTo(HE_JING, kettle);
        assertThat(Post.to(ZHANG_LEI, kettle)).hasSize(1);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Deliveries.endsOf(pageId).equals(List.of("sent", "sent")));
    }

    @Test
    void what_was_sent_is_published_once_as_the_contract_says() {
        var kettle = Story.kettle().isRegistered();

        // when
        var pageId = kettle.pages("zhang.lei", "A");

        // then
        var sent = Deliveries.awaitMessage(kettle, "message.sent.v1", "ESCALATION_PAGE");
        assertThat(sent.json().path("pageId").asText()).isEqualTo(pageId);
        assertThat(sent.json().path("recipient").path("id").asText()).isEqualTo("zhang.lei");
        assertThat(sent.attribute("mode")).isEqualTo("REAL");
        assertThat(sent.attribute("correlationid")).isEqualTo(kettle.caseId);
        assertThat(sent.attribute("orgunit")).isEqualTo("hq/quality");
        assertThat(sent.attribute("causationid")).isEqualTo(kettle.lastEventId());
        assertThat(sent.attribute("traceparent")).isEqualTo(Story.TRACE);
    }

    @Test
    void how_long_it_took_until_a_page_was_out_is_measured() {
        var kettle = Story.kettle().isRegistered();
        var before = sentPages();

        // when
        kettle.pages("zhang.lei", "A");

        // then
        await().until(() -> sentPages() > before);
    }

    private long sentPages() {
        return metrics
                .find("messages.attempts")
                .tags("purpose", "ESCALATION_PAGE", "verdict", "Sent")
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }

    @Test
    void a_page_of_an_escalation_that_somebody_has_taken_is_not_mailed() {
        var kettle = Story.kettle().isRegistered();

        // when
        kettle.isAcknowledgedElsewhereBy("he.jing").pages("zhang.lei", "A");

        // then
        await().until(() -> state(kettle).equals("SUPPRESSED"));
        assertThat(Post.to(ZHANG_LEI, kettle)).isEmpty();
    }

    @Test
    void a_person_whom_nobody_knows_fails_at_once_and_loudly() {
        var kettle = Story.kettle().isRegistered();

        // when
        kettle.pages("nobody.here", "A");

        // then
        var failed = Deliveries.await(kettle, "message.failed.v1", "ESCALATION_PAGE");
        assertThat(failed.path("final").asBoolean()).isTrue();
        assertThat(failed.path("reason").asText()).contains("staff file");
    }

    @Test
    void an_exercise_says_so_in_subject_and_body() {
        var drill = Story.drill().isRegistered();

        // when
        drill.pages("he.jing", "A");

        // then
        var mail = Post.awaitTo(HE_JING, drill);
        assertThat(mail.subject()).startsWith("[DRILL]");
        assertThat(mail.text()).startsWith("DRILL");
    }

    private String state(Story story) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select state from message where case_number = :number and"
                                        + " purpose = 'ESCALATION_PAGE'")
                        .bind("number", story.caseNumber)
                        .mapTo(String.class)
                        .findOne()
                        .orElse("none"));
    }
}
