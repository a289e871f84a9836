package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.e2e.Eventually.soon;
import static org.redress.local.Service.ESCALATION;
import static org.redress.local.Service.INTAKE;
import static org.redress.local.Service.NOTIFICATION;
import static org.redress.local.Service.REPORTING;
import static org.redress.local.Service.TRIAGE;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.local.KafkaLogin;
import org.redress.local.Platform;
import org.redress.local.Service;
import org.redress.local.testing.TestTopics;

/**
 * Words of a customer and about them lie nowhere clear, and after the erasure nobody reads them any
 * more (XX-03): looked for in every database, topic, log, metric and answer.
 */
@ExtendWith(RunningPlatform.class)
class WordsAreForgottenEverywhereTest {

    private final String mark =
            "mk" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 41), 36);
    private final String phone =
            "138" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    private final List<String> customersWords =
            List.of(
                    mark + "name",
                    mark + "mail",
                    phone,
                    mark + "subject",
                    mark + "text",
                    mark + "model");
    private final List<String> staffsWords =
            List.of(mark + "note", mark + "reason", mark + "contact", mark + "resolution");
    private final List<String> allWords =
            Stream.concat(customersWords.stream(), staffsWords.stream()).toList();

    private final Traces traces;
    private final Person agent;
    private final Person officer;
    private final Person handler;
    private final Person admin;

    WordsAreForgottenEverywhereTest(Platform platform) {
        this.traces = new Traces(platform);
        this.agent = Person.named("li.na", platform);
        this.officer = Person.named("zhao.min", platform);
        this.handler = Person.named("chen.wei", platform);
        this.admin = Person.named("admin.redress", platform);
        TestTopics.use(platform.kafka(KafkaLogin.ADMIN));
    }

    @Test
    void words_lie_sealed_while_they_are_needed_and_are_gone_for_everybody_after_the_erasure() {
        // given
        var number = agent.register(markedCase());
        spokenAbout(number);
        var view = agent.get(INTAKE, "/api/v1/cases/" + number).expect(200).body();
        var caseId = view.path("caseId").asText();
        var customerId = view.path("customer").path("customerId").asText();
        assertThat(answersAbout(number, customerId)).contains(mark);

        // then nothing is clear at rest, and on topics only where the contract says so
        assertThat(traces.inDatabases(List.of(number))).as("what is not secret").isNotEmpty();
        assertThat(traces.inDatabases(allWords)).isEmpty();
        assertThat(traces.inLogs(allWords)).isEmpty();
        assertThat(traces.inMetrics(allWords)).isEmpty();
        var topics = Traces.topics();
        assertThat(Traces.in(topics, mark + "text")).contains("redress.cases");
        for (var word : customersWords) {
            assertThat(Traces.in(topics, word))
                    .as("topics with %s", word)
                    .isSubsetOf("redress.cases", "redress.customers");
        }
        for (var word : staffsWords) {
            assertThat(Traces.in(topics, word))
                    .as("topics with %s", word)
                    .allMatch(topic -> !topic.startsWith("redress.bi.") && !topic.endsWith(".dlq"));
        }
        assertThat(traces.keysOf(List.of(caseId, customerId))).isPositive();

        // when
        assertThat(admin.delete(INTAKE, "/api/v1/customers/" + customerId).status()).isEqualTo(204);

        // then
        soon(() -> assertThat(traces.keysOf(List.of(caseId, customerId))).isZero());
        soon(() -> assertThat(answersAbout(number, customerId)).doesNotContain(mark, phone));
        assertThat(traces.inDatabases(allWords)).isEmpty();
        assertThat(view.path("caseNumber").asText())
                .isEqualTo(
                        agent.get(INTAKE, "/api/v1/cases/" + number)
                                .expect(200)
                                .body()
                                .path("caseNumber")
                                .asText());
    }

    @Test
    void an_error_answer_repeats_no_word_of_the_request() {
        var wrong = markedCase().replace("\"HOTLINE\"", "\"PIGEON\"");

        var answer = agent.post(INTAKE, "/api/v1/cases", wrong).expect(400);

        assertThat(answer.body().toString()).doesNotContain(mark, phone);
        assertThat(traces.inLogs(List.of(mark))).isEmpty();
    }

    /** What staff say of it in all services. */
    private void spokenAbout(String number) {
        agent.post(
                INTAKE,
                "/api/v1/cases/" + number + "/contacts",
                "{\"direction\": \"OUTBOUND\", \"channel\": \"HOTLINE\", \"note\": \"%scontact\"}"
                        .formatted(mark));
        soon(() -> officer.get(TRIAGE, "/api/v1/cases/" + number + "/assessment").expect(200));
        var assessment = officer.get(TRIAGE, "/api/v1/cases/" + number + "/assessment");
        officer.change(
                        TRIAGE,
                        "/api/v1/cases/" + number + "/assessments",
                        assessment.etag(),
                        "{\"reason\": \"%sreason\"}".formatted(mark))
                .expect(201);
        soon(() -> handler.get(ESCALATION, "/api/v1/cases/" + number + "/handling").expect(200));
        soon(() -> handler.work(number, "acceptance", "").expect(200));
        handler.work(
                        number,
                        "progress",
                        "{\"kind\": \"FIRST_RESPONSE\", \"note\": \"%snote\"}".formatted(mark))
                .expect(200);
        handler.work(number, "resolution", "{\"resolution\": \"%sresolution\"}".formatted(mark))
                .expect(200);
        soon(() ->
                assertThat(
                                agent.get(INTAKE, "/api/v1/cases/" + number)
                                        .body()
                                        .path("status")
                                        .asText())
                        .isEqualTo("RESOLVED"));
    }

    /** All that the services answer about the case, as one text. */
    private String answersAbout(String number, String customerId) {
        var answers = new ArrayList<String>();
        String path = "/api/v1/cases/" + number;
        answers.add(read(agent, INTAKE, path));
        answers.add(read(agent, INTAKE, path + "/journal"));
        answers.add(read(agent, INTAKE, "/api/v1/customers/" + customerId));
        answers.add(read(officer, TRIAGE, path + "/assessment"));
        answers.add(read(officer, TRIAGE, path + "/assessments"));
        answers.add(read(handler, ESCALATION, path + "/handling"));
        answers.add(read(handler, ESCALATION, path + "/journal"));
        answers.add(read(handler, NOTIFICATION, "/api/v1/messages?caseNumber=" + number));
        answers.add(read(agent, REPORTING, path + "/timeline"));
        return String.join("\n", answers);
    }

    private static String read(Person person, Service service, String path) {
        return person.get(service, path).body().toString();
    }

    private String markedCase() {
        return Complaints.electricShock(mark + "mail@example.com")
                .replace("测试 顾客", mark + "name")
                .replace("+8613800138000", "+86" + phone)
                .replace("电热水壶漏电，", "电热水壶漏电 " + mark + "subject ")
                .replace("请立即联系我们", mark + "text 请立即联系我们")
                .replace("KT-200", mark + "model");
    }
}
