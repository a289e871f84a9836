package org.redress.reporting.metrics;

import java.util.List;

/** The metrics that read differently now. Fired inside the transaction that summed them up. */
public record MetricsChanged(List<DailyMetric> metrics) {
    public MetricsChanged {
        metrics = List.copyOf(metrics);
    }
}
