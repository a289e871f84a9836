package org.redress.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.MDC;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is published while an event is applied was caused by it, and is part of its trace. */
@WithInfrastructure
class OneThingLeadsToAnotherTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final Effects effects;
    private final Outbox outbox;
    private final Jdbi jdbi;
    private final Clock clock;
    private final List<String> seen = new ArrayList<>();

    OneThingLeadsToAnotherTest(Effects effects, Outbox outbox, Jdbi jdbi, Clock clock) {
        this.effects = effects;
        this.outbox = outbox;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @BeforeEach
    void an_empty_outbox() {
        jdbi.useHandle(handle -> handle.execute("truncate messaging.outbox"));
    }

    @Test
    void as_its_cause_and_in_its_trace() {
        // given
        var cause = event();

        // when
        apply(cause, this::publish);

        // then
        assertThat(headers())
                .containsEntry("ce_causationid", cause.id())
                .hasEntrySatisfying(
                        "ce_traceparent", parent -> assertThat(parent).contains("-" + TRACE + "-"));
    }

    @Test
    void whose_spans_show_what_was_done_for_whom() {
        // given
        Spans.ended.clear();

        // when
        apply(event(), this::publish);

        // then
        assertThat(Spans.ended)
                .filteredOn(span -> span.getTraceId().equals(TRACE))
                .singleElement()
                .satisfies(span -> {
                    assertThat(span.getName()).isEqualTo(Envelopes.MADE);
                    assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
                    assertThat(span.getParentSpanId()).isEqualTo("b7ad6b7169203331");
                    assertThat(headers().get("ce_traceparent")).contains(span.getSpanId());
                });
    }

    @Test
    void but_not_what_is_published_afterwards() {
        // when
        apply(event(), () -> {});
        QuarkusTransaction.requiringNew().run(this::publish);

        // then
        assertThat(headers()).doesNotContainKey("ce_causationid");
        assertThat(headers().getOrDefault("ce_traceparent", "")).doesNotContain(TRACE);
    }

    @Test
    void and_the_log_tells_meanwhile_what_it_is_about() {
        // when
        apply(event(), () -> seen.add(MDC.get("case") + " " + MDC.get("correlationid")));
        assertThatThrownBy(() ->
                        apply(
                                event(),
                                () -> {
                                    throw new IllegalStateException("no");
                                }))
                .hasMessage("no");

        // then
        assertThat(seen).containsExactly("T-1 about");
        assertThat(MDC.get("correlationid")).isNull();
        assertThat(MDC.get("case")).isNull();
        assertThat(Span.current().getSpanContext().getTraceId()).isNotEqualTo(TRACE);
        assertThat(IncomingEvent.current()).isNull();
    }

    @Test
    void at_a_moment_that_a_row_can_keep() {
        var now = clock.instant();
        assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
    }

    private void publish() {
        outbox.add(
                OutgoingEvent.of(Envelopes.MADE, Map.of("n", 1))
                        .to("relayed", "key")
                        .at(Instant.EPOCH));
    }

    private void apply(IncomingEvent event, Runnable effect) {
        QuarkusTransaction.requiringNew()
                .run(() -> effects.applyOnce(List.of(new Delivery.Prepared(event, effect))));
    }

    private static IncomingEvent event() {
        return new IncomingEvent(
                UuidCreator.getTimeOrderedEpoch().toString(),
                Envelopes.MADE,
                "/redress/test",
                "things",
                "key",
                Instant.EPOCH,
                Map.of(
                        "subject",
                        "T-1",
                        "correlationid",
                        "about",
                        "traceparent",
                        "00-" + TRACE + "-b7ad6b7169203331-01"),
                null);
    }

    private Map<String, String> headers() {
        return EventJson.readHeaders(
                jdbi.withHandle(handle ->
                        handle.createQuery("select headers from messaging.outbox")
                                .mapTo(String.class)
                                .one()));
    }
}
