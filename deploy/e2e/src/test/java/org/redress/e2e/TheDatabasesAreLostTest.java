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
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.redress.local.KafkaLogin;
import org.redress.local.Platform;
import org.redress.local.Service;
import org.redress.local.Unchecked;

/** The drill of docs/operating.md: the disk with all databases is lost, and they come back. */
@Isolated("loses all databases")
@ExtendWith(RunningPlatform.class)
class TheDatabasesAreLostTest {

    private static final Duration READ_AGAIN = Duration.ofMinutes(2);

    private final Platform platform;
    private final Person agent;
    private final Person officer;
    private final Person handler;

    TheDatabasesAreLostTest(Platform platform) {
        this.platform = platform;
        this.agent = Person.named("li.na", platform);
        this.officer = Person.named("zhao.min", platform);
        this.handler = Person.named("chen.wei", platform);
    }

    @Test
    void what_was_kept_is_there_what_was_published_is_read_again_and_nobody_is_called_again() {
        // given a backup, and after it a call that somebody took, and a case that is resolved
        platform.backUp();
        var taken = agent.register(Complaints.doubleCharge(UUID.randomUUID() + "@example.com"));
        var resolved = lateParcel();
        acknowledge(taken);
        resolve(resolved);
        soon(() -> assertThat(status(resolved)).isEqualTo("RESOLVED"));
        soon(() -> assertThat(isAllSent(taken) && isAllSent(resolved) && isAllRead()).isTrue());
        platform.keepLog();
        var known = List.of(known(taken), known(resolved));
        var mails = List.of(mailsAbout(taken), mailsAbout(resolved));

        // and what came behind the last piece of the log that was kept, more than a block of
        // numbers
        var late = Stream.generate(this::lateParcel).limit(51).toList();
        soon(() -> handling(late.getLast()).expect(200));
        soon(() -> assertThat(timeline(late.getLast())).isNotEmpty());
        var read = offsets();

        // when
        platform.kill("postgres");
        platform.restore();

        // then all is as it was
        assertThat(List.of(known(taken), known(resolved))).isEqualTo(known);

        // and when all topics have been read again from the beginning
        await().atMost(READ_AGAIN)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    var again = offsets();
                    assertThat(read)
                            .allSatisfy((partition, offset) ->
                                    assertThat(again.getOrDefault(partition, 0L))
                                            .isGreaterThanOrEqualTo(offset));
                });

        // then the others know what intake's database has forgotten, and no number is used again
        for (var number : late) {
            soon(() -> handling(number).expect(200));
        }
        officer.get(TRIAGE, "/api/v1/cases/" + late.getLast() + "/assessment").expect(200);
        assertThat(timeline(late.getLast())).isNotEmpty();
        agent.get(INTAKE, "/api/v1/cases/" + late.getLast()).expect(404);
        var next = lateParcel();
        assertThat(late).doesNotContain(next);
        soon(() -> handling(next).expect(200));

        // and nobody has heard anything a second time
        assertThat(List.of(known(taken), known(resolved))).isEqualTo(known);
        assertThat(List.of(mailsAbout(taken), mailsAbout(resolved))).isEqualTo(mails);
    }

    private String lateParcel() {
        return agent.register(Complaints.lateParcel(UUID.randomUUID() + "@example.com"));
    }

    private void acknowledge(String number) {
        soon(() -> assertThat(pages(number)).isNotEmpty());
        var person = pages(number).getFirst() + "@redress.example";
        soon(() -> assertThat(Mail.to(person, number, platform)).isNotEmpty());
        var link = Mail.to(person, number, platform).getFirst().acknowledgeLink();
        var answer =
                Person.exchange(
                        HttpRequest.newBuilder(URI.create(link)).POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        soon(() -> assertThat(escalation(number).path("state").asText()).isEqualTo("ACKNOWLEDGED"));
    }

    private void resolve(String number) {
        soon(() -> handler.work(number, "acceptance", "").expect(200));
        handler.work(number, "progress", "{\"kind\": \"FIRST_RESPONSE\", \"note\": \"called\"}")
                .expect(200);
        handler.work(number, "resolution", "{\"resolution\": \"The parcel was found.\"}")
                .expect(200);
    }

    /** What the services answer about a case, but for how much time is left. */
    private List<JsonNode> known(String number) {
        return List.of(
                agent.get(INTAKE, "/api/v1/cases/" + number).expect(200).body(),
                officer.get(TRIAGE, "/api/v1/cases/" + number + "/assessments").expect(200).body(),
                handling(number).expect(200).body(),
                agent.get(REPORTING, "/api/v1/cases/" + number + "/timeline").expect(200).body());
    }

    private String status(String number) {
        return agent.get(INTAKE, "/api/v1/cases/" + number).body().path("status").asText();
    }

    private String timeline(String number) {
        return agent.get(REPORTING, "/api/v1/cases/" + number + "/timeline")
                .expect(200)
                .body()
                .path("items")
                .toString();
    }

    private Person.Answer handling(String number) {
        return handler.get(ESCALATION, "/api/v1/cases/" + number + "/handling");
    }

    private JsonNode escalation(String number) {
        return handling(number).body().path("escalations").path(0);
    }

    private List<String> pages(String number) {
        return escalation(number).path("pages").findValuesAsText("personId");
    }

    private List<String> mailsAbout(String number) {
        return platform.mailbox().recipients().stream()
                .flatMap(address ->
                        Mail.to(address, number, platform).stream()
                                .map(mail -> address + " " + mail.id()))
                .sorted()
                .toList();
    }

    private boolean isAllSent(String number) {
        var messages =
                handler.get(NOTIFICATION, "/api/v1/messages?caseNumber=" + number)
                        .expect(200)
                        .body()
                        .path("items");
        return !messages.isEmpty()
                && messages.findValuesAsText("state").stream()
                        .allMatch(Set.of("SENT", "SUPPRESSED")::contains);
    }

    /** Whether nothing is on the topics that a service has not read. */
    private boolean isAllRead() {
        try (var admin = admin()) {
            var latest = new HashMap<TopicPartition, OffsetSpec>();
            var offsets = offsets();
            offsets.keySet().forEach(read -> latest.put(read.partition(), OffsetSpec.latest()));
            var ends = Unchecked.get(admin.listOffsets(latest).all()::get);
            return offsets.entrySet().stream()
                    .allMatch(read ->
                            read.getValue() >= ends.get(read.getKey().partition()).offset());
        }
    }

    private record Reading(Service by, TopicPartition partition) {}

    /** How far each service has read each of its topics. */
    private Map<Reading, Long> offsets() {
        var offsets = new HashMap<Reading, Long>();
        try (var admin = admin()) {
            for (var service : Service.values()) {
                Unchecked.get(
                                admin.listConsumerGroupOffsets(service.id())
                                                .partitionsToOffsetAndMetadata()
                                        ::get)
                        .forEach((partition, offset) ->
                                offsets.put(new Reading(service, partition), offset.offset()));
            }
        }
        return offsets;
    }

    private Admin admin() {
        return Admin.create(platform.kafka(KafkaLogin.ADMIN).settings());
    }
}
