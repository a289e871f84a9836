package org.redress.reporting.publication;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.redress.reporting.facts.PublishedFact;
import org.redress.reporting.metrics.DailyMetric;

/** The payloads, as contracts/reporting has them. */
sealed interface Published {

    /** The type of the event. */
    String type();

    record Fact(@JsonUnwrapped PublishedFact fact) implements Published {
        @Override
        public String type() {
            return "redress.bi.case-fact.v1";
        }
    }

    record Metric(@JsonUnwrapped DailyMetric metric) implements Published {
        @Override
        public String type() {
            return "redress.bi.daily-metric.v1";
        }
    }
}
