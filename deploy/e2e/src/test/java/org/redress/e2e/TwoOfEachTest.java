package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.e2e.Eventually.soon;
import static org.redress.local.Service.ESCALATION;
import static org.redress.local.Service.INTAKE;
import static org.redress.local.Service.NOTIFICATION;
import static org.redress.local.Service.REPORTING;
import static org.redress.local.Service.TRIAGE;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.redress.local.KafkaLogin;
import org.redress.local.Platform;
import org.redress.local.Service;
import org.redress.local.testing.TestTopics;

/**
 * Two of each service: one of them dies and the other goes on, the broker and the database die and
 * come back, nothing that was accepted is lost, and nobody hears of it twice.
 */
@Isolated("kills one of each service, the broker and the database")
@ExtendWith(RunningPlatform.class)
class TwoOfEachTest {

    private static final String[] SERVICES =
            Arrays.stream(Service.values()).map(Service::id).toArray(String[]::new);
    private static final int BETWEEN_TWO_DEATHS = 10;
    private static final Duration TOLD_OF_AN_OUTAGE = Duration.ofSeconds(10);
    private static final Duration RECOVERY = Duration.ofMinutes(2);

    private final Platform platform;
    private final Person agent;
    private final Person officer;
    private final Person handler;

    TwoOfEachTest(Platform platform) {
        this.platform = platform;
        this.agent = Person.named("li.na", platform);
        this.officer = Person.named("zhao.min", platform);
        this.handler = Person.named("chen.wei", platform);
        TestTopics.use(platform.kafka(KafkaLogin.ADMIN));
    }

    @BeforeEach
    void aSecondOfEach() {
        platform.start(2);
    }

    @Test
    void all_that_can_die_dies_under_load_and_nothing_is_lost_nor_anybody_told_twice()
            throws Exception {
        // given that both serve
        var quiet = agent.at(2).register(Complaints.lateParcel(UUID.randomUUID() + "@example.com"));
        soon(() -> reads(1, quiet));
        soon(() -> reads(2, quiet));
        soon(() -> handler.at(2).work(quiet, "acceptance", "").expect(200));
        var called = "{\"kind\": \"FIRST_RESPONSE\", \"note\": \"called\"}";
        soon(() -> handler.at(1).work(quiet, "progress", called).expect(200));
        soon(() -> assertThat(relaying()).containsExactlyInAnyOrder(SERVICES));

        // and cases whose ladder is climbed every three seconds
        var urgent = List.of(register(1), register(2), register(1), register(2));
        soon(() -> assertThat(urgent).allSatisfy(number -> assertThat(paged(number)).isNotEmpty()));

        // when one of each dies
        List<String> accepted;
        try (var frontEnds = new FrontEnds(agent)) {
            for (var part :
                    List.of("intake-2", "triage-2", "escalation", "notification", "reporting-2")) {
                frontEnds.awaitMoreAccepted(BETWEEN_TWO_DEATHS);
                platform.kill(part);
            }
            frontEnds.awaitMoreAccepted(BETWEEN_TWO_DEATHS);

            // and intake goes on while the broker is away
            platform.kill("kafka");
            frontEnds.awaitMoreAccepted(BETWEEN_TWO_DEATHS);
            platform.start("kafka");
            frontEnds.awaitMoreAccepted(BETWEEN_TWO_DEATHS);

            // and all come back with the database
            platform.kill("postgres");
            awaitRefusedForTheTimeBeing();
            platform.start("postgres");
            frontEnds.awaitMoreAccepted(BETWEEN_TWO_DEATHS);
            accepted = frontEnds.end();
        }

        // then
        for (var number : accepted) {
            agent.get(INTAKE, "/api/v1/cases/" + number).expect(200);
            soon(() ->
                    handler.at(2)
                            .get(ESCALATION, "/api/v1/cases/" + number + "/handling")
                            .expect(200));
        }
        soon(() -> assertThat(relaying()).containsExactlyInAnyOrder(SERVICES));

        // and every step was taken once
        await().atMost(RECOVERY)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() ->
                        assertThat(urgent)
                                .extracting(number -> escalation(number).path("state").asText())
                                .containsOnly("EXHAUSTED"));
        for (var number : urgent) {
            assertThat(paged(number)).doesNotHaveDuplicates().hasSizeGreaterThan(2);
            await().atMost(RECOVERY)
                    .untilAsserted(() ->
                            assertThat(paged(number))
                                    .allSatisfy(person ->
                                            assertThat(mailsAsShown(person, number)).hasSize(1)));
        }
    }

    /** Who calls while the database is away is told so, and when to come again. */
    private void awaitRefusedForTheTimeBeing() {
        await().atMost(TOLD_OF_AN_OUTAGE)
                .ignoreExceptions()
                .untilAsserted(() -> {
                    var answer = agent.get(INTAKE, "/api/v1/cases?limit=1").expect(503);
                    assertThat(answer.retryAfter()).matches("\\d+");
                    assertThat(answer.body().path("code").asText()).isEqualTo("unavailable");
                });
    }

    private String register(int instance) {
        return agent.at(instance)
                .register(Complaints.doubleCharge(UUID.randomUUID() + "@example.com"));
    }

    private void reads(int instance, String number) {
        var path = "/api/v1/cases/" + number;
        agent.at(instance).get(INTAKE, path).expect(200);
        officer.at(instance).get(TRIAGE, path + "/assessment").expect(200);
        handler.at(instance).get(ESCALATION, path + "/handling").expect(200);
        handler.at(instance).get(NOTIFICATION, "/api/v1/messages?caseNumber=" + number).expect(200);
        agent.at(instance).get(REPORTING, path + "/timeline").expect(200);
    }

    /** The databases whose outbox somebody relays, each as often as somebody does. */
    private List<String> relaying() throws SQLException {
        var postgres = platform.database("postgres");
        try (var connection =
                        DriverManager.getConnection(
                                postgres.jdbcUrl(), postgres.user(), postgres.password());
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                """
                                select datname from pg_locks join pg_database d on d.oid = database
                                where locktype = 'advisory' and granted and objsubid = 1
                                    and classid::bigint << 32 | objid::bigint = 7310914402115
                                """)) {
            var databases = new ArrayList<String>();
            while (found.next()) {
                databases.add(found.getString(1));
            }
            return databases;
        }
    }

    private List<String> paged(String number) {
        return escalation(number).path("pages").findValuesAsText("personId");
    }

    private JsonNode escalation(String number) {
        return handler.at(2)
                .get(ESCALATION, "/api/v1/cases/" + number + "/handling")
                .body()
                .path("escalations")
                .path(0);
    }

    /** Pages; one that a dying sender repeated is the same mail (ADR 7). */
    private List<String> mailsAsShown(String person, String number) {
        return Mail.to(person + "@redress.example", number, platform).stream()
                .filter(mail -> !mail.isAlarm())
                .map(Mail::id)
                .distinct()
                .toList();
    }
}
