package org.redress.platform.messaging;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Continues the trace that an event carries. */
@ApplicationScoped
class EventTraces {

    private final Tracer tracer;

    EventTraces(Tracer tracer) {
        this.tracer = tracer;
    }

    void within(IncomingEvent event, Runnable effect) {
        var parent =
                W3CTraceContextPropagator.getInstance()
                        .extract(Context.current(), event.extensions(), Extensions.GETTER);
        var span =
                tracer.spanBuilder(event.type())
                        .setParent(parent)
                        .setSpanKind(SpanKind.CONSUMER)
                        .startSpan();
        try (var _ = span.makeCurrent()) {
            effect.run();
        } finally {
            span.end();
        }
    }

    private enum Extensions implements TextMapGetter<Map<String, String>> {
        GETTER;

        @Override
        public Iterable<String> keys(Map<String, String> extensions) {
            return extensions.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> extensions, String name) {
            return extensions == null ? null : extensions.get(name);
        }
    }
}
