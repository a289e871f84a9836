package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.e2e.Eventually.soon;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.redress.e2e.promql.Expression;
import org.redress.e2e.promql.Sample;
import org.redress.e2e.promql.Scrape;
import org.redress.local.KafkaLogin;
import org.redress.local.Platform;
import org.redress.local.testing.TestTopics;

/**
 * Each alert of the rules fires over what the running services export, and is silent before. Four
 * are provoked; for the others, whose faults take longer than a test may, the samples of a real
 * scrape are altered as the fault would alter them. That the fault does so is shown where the
 * metric is made.
 */
@Isolated("stops reporting and the mail server")
@ExtendWith(RunningPlatform.class)
class AlertsFireTest {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Duration LATER = Duration.ofSeconds(60);

    /** What other tests leave behind: letters that nobody replays, cases that nobody takes. */
    private static final Set<String> LEFT_BEHIND =
            Set.of("dead_letters_waiting", "escalations_exhausted", "alerts_exhausted");

    /** A sample of a fault: which samples, and what is added to them. */
    private record Fault(String alert, String samples, double more) {}

    private static final String ACCEPTED =
            "{job=\"intake\",method=\"POST\",uri=\"/api/v1/cases\",status=\"201\"%s}";

    private static final List<Fault> FAULTS =
            List.of(
                    new Fault("ManagerUnreached", attempts("GivenUp"), 1),
                    new Fault("EscalationExhausted", "escalations_exhausted", 1),
                    new Fault("WatchUnanswered", "alerts_exhausted", 1),
                    new Fault(
                            "IntakeSlow",
                            "http_server_requests_seconds_count" + ACCEPTED.formatted(""),
                            100),
                    new Fault(
                            "IntakeSlow",
                            "http_server_requests_seconds_bucket"
                                    + ACCEPTED.formatted(",le=\"1.0\""),
                            94),
                    new Fault(
                            "MessagesLate",
                            "messages_delay_seconds_count{purpose=\"ESCALATION_PAGE\"}",
                            100),
                    new Fault(
                            "MessagesLate",
                            "messages_delay_seconds_bucket{purpose=\"ESCALATION_PAGE\",le=\"60.0\"}",
                            94),
                    new Fault("PagesWait", "messages_unsent_age_seconds{kind=\"pages\"}", 121),
                    new Fault("MailServerAway", "mail_server_up", -1),
                    new Fault("ServiceDown", "up{job=\"triage\"}", -1),
                    new Fault(
                            "DueLate",
                            "due_lag_seconds{job=\"escalation\",work=\"escalation\"}",
                            61),
                    new Fault(
                            "LoopStalled",
                            "loop_silence_seconds{job=\"notification\",loop=\"sender\"}",
                            121),
                    new Fault(
                            "LoopStalled",
                            "loop_silence_seconds{job=\"escalation\",loop=\"reconciler\"}",
                            121),
                    new Fault(
                            "ReconcilerFound",
                            "reconciler_found_total{job=\"escalation\",table=\"page\"}",
                            1),
                    new Fault(
                            "LoopFails",
                            "loop_failing_seconds{job=\"intake\",loop=\"outbox-relay\"}",
                            121),
                    new Fault(
                            "KeysAway",
                            "loop_failing_seconds{job=\"intake\",loop=\"keys-watch\"}",
                            31),
                    new Fault("OutboxStands", "outbox_oldest_age_seconds{job=\"triage\"}", 61),
                    new Fault("EventRefused", "outbox_rows_parked{job=\"triage\"}", 1),
                    new Fault(
                            "ChannelStopped",
                            "channel_unwell{job=\"notification\",channel=\"pages\"}",
                            1),
                    new Fault(
                            "ReadersLag",
                            "kafka_consumer_fetch_manager_records_lag_max{job=\"reporting\"}",
                            1001),
                    new Fault("DeadLetterWaits", "dead_letters_waiting{job=\"triage\"}", 1),
                    new Fault("EventsParked", "parked_oldest_age_seconds", 901),
                    new Fault(
                            "PoolExhausted",
                            "agroal_awaiting_count{job=\"intake\",datasource=\"default\"}",
                            1),
                    new Fault("HeapFull", "jvm_memory_usage_after_gc{job=\"intake\"}", 1),
                    // of the hundred years that it is good for
                    new Fault(
                            "CertificateExpires",
                            "certificate_remaining_seconds{job=\"intake\",file=\"broker.crt\"}",
                            -36_500 * 86_400.0));

    private final Platform platform;
    private final Scraper scraper;
    private final Person agent;

    AlertsFireTest(Platform platform) {
        this.platform = platform;
        this.scraper = new Scraper(platform);
        this.agent = Person.named("li.na", platform);
        TestTopics.use(platform.kafka(KafkaLogin.ADMIN));
    }

    @Test
    void those_whose_faults_can_be_provoked_fire_and_fall_silent_when_all_is_well_again() {
        // given
        var before = List.of(scraper.now());
        assertThat(fires("ServiceDown", before)).isEmpty();
        assertThat(fires("MailServerAway", before)).isEmpty();

        // when
        platform.kill("reporting");
        platform.stop("mail");
        TestTopics.publish("redress.assessments", "strange", "strange.thing.v1", "{}");
        agent.register(Complaints.doubleCharge(UUID.randomUUID() + "@example.com"));

        // then
        soon(() ->
                assertThat(fires("ServiceDown", List.of(scraper.now())))
                        .extracting(each -> each.labels().get("job"))
                        .containsExactly("reporting"));
        platform.start("reporting");
        await().atMost(BOUND)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    var now = List.of(scraper.now());
                    assertThat(fires("MailServerAway", now)).hasSize(1);
                    assertThat(sum(fires("DeadLetterWaits", now)))
                            .isGreaterThan(sum(fires("DeadLetterWaits", before)));
                    assertThat(sum(fires("EscalationExhausted", now)))
                            .isGreaterThan(sum(fires("EscalationExhausted", before)));
                });

        // when
        platform.start("mail");

        // then
        soon(() -> {
            var now = List.of(scraper.now());
            assertThat(fires("ServiceDown", now)).isEmpty();
            assertThat(fires("MailServerAway", now)).isEmpty();
        });
    }

    @Test
    void each_fires_when_its_fault_shows_in_what_the_services_export_and_is_silent_before() {
        // given
        agent.register(Complaints.lateParcel(UUID.randomUUID() + "@example.com"));
        var real = scraper.now();
        var well = real.with(each -> LEFT_BEHIND.contains(each.name()), each -> each.withValue(0));

        for (var alert : Monitoring.alerts()) {
            assertThat(fires(alert.name(), List.of(well, later(well)))).as(alert.name()).isEmpty();

            // when
            var faulty = later(well);
            for (var fault : FAULTS) {
                faulty = fault.alert.equals(alert.name()) ? with(fault, faulty) : faulty;
            }

            // then
            assertThat(fires(alert.name(), List.of(well, faulty))).as(alert.name()).isNotEmpty();
        }
    }

    @Test
    void a_service_that_is_not_even_known_is_down_too() {
        var real = scraper.now();
        var without =
                new Scrape(
                        real.at(),
                        real.samples().stream()
                                .filter(each -> !"escalation".equals(each.labels().get("job")))
                                .toList());

        assertThat(fires("ServiceDown", List.of(without)))
                .extracting(each -> each.labels().get("job"))
                .containsExactly("escalation");
    }

    @Test
    void every_metric_that_a_rule_or_a_dashboard_names_is_exported() {
        // given
        agent.register(Complaints.lateParcel(UUID.randomUUID() + "@example.com"));
        var recorded = Monitoring.rules().stream().map(Monitoring.Rule::name);
        var scraped = scraper.now().samples().stream().map(Sample::name);

        // then
        assertThat(
                        Stream.concat(
                                        Monitoring.rules().stream()
                                                .map(Monitoring.Rule::expression),
                                        Monitoring.dashboards().stream()
                                                .flatMap(AlertsFireTest::expressions))
                                .flatMap(Expression::metrics))
                .isSubsetOf(Stream.concat(recorded, scraped).collect(Collectors.toSet()));
    }

    private static Stream<Expression> expressions(JsonNode dashboard) {
        return dashboard.findValuesAsText("expr").stream().map(Expression::parse);
    }

    private static List<Sample> fires(String alert, List<Scrape> scrapes) {
        return Monitoring.firing(Monitoring.alert(alert), scrapes);
    }

    private static double sum(List<Sample> samples) {
        return samples.stream().mapToDouble(Sample::value).sum();
    }

    private static Scrape later(Scrape scrape) {
        return new Scrape(scrape.at().plus(LATER), scrape.samples());
    }

    private static Scrape with(Fault fault, Scrape scrape) {
        var meant = Set.copyOf(Expression.parse(fault.samples).over(List.of(scrape)));
        assertThat(meant).as(fault.samples).isNotEmpty();
        return scrape.with(
                meant::contains,
                each ->
                        each.withValue(
                                (Double.isNaN(each.value()) ? 0 : each.value()) + fault.more));
    }

    private static String attempts(String verdict) {
        return "messages_attempts_seconds_count{purpose=\"ESCALATION_PAGE\",verdict=\"%s\"}"
                .formatted(verdict);
    }
}
