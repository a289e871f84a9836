package org.redress.local.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of a case of the script.
 *
 * @param row how far it came
 * @param assessment null when there was none
 * @param paging of the first round; empty when nobody was paged in it
 * @param total from the first request to the end
 */
record Played(
        PlayedCase script,
        Row row,
        @Nullable Assessment assessment,
        Optional<Paging.Times> paging,
        int rounds,
        Duration total) {

    /** From the 201 to the assessment. */
    Optional<Duration> toAssess() {
        return Optional.ofNullable(row.times().get(Stage.ASSESSED));
    }

    /** Where it went other than a person who knows the plans would decide. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        if (assessment != null) {
            differences.addAll(assessment.differences(script.expected()));
            if (assessment.isGrave() && paging.isEmpty() && row.problem() == null) {
                differences.add(assessment.severity() + ", yet no manager was reached");
            }
        }
        return differences;
    }
}
