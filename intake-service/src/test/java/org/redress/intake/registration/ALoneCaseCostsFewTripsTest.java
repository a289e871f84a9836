package org.redress.intake.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.intake.FrontEnd.CASES;
import static org.redress.intake.FrontEnd.agent;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.redress.intake.FrontEnd;
import org.redress.intake.StatementLog;
import org.redress.intake.WithIntake;

/** What one registration asks of the databases; what relays its events is not of it. */
@WithIntake
class ALoneCaseCostsFewTripsTest {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @Test
    void twelve_at_most_and_one_commit() {
        // given
        FrontEnd.aCase();

        try (var log = StatementLog.of(database)) {
            // when
            agent().header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(Examples.HOTLINE_ZH)
                    .post(CASES)
                    .then()
                    .statusCode(201);

            // then
            await().atMost(Duration.ofSeconds(10)).until(() -> ours(log).size() >= 6);
            assertThat(ours(log)).hasSizeLessThanOrEqualTo(12 - 2 - 1); // begin, commit, its key
            assertThat(ours(log)).filteredOn(sql -> sql.contains("into customer_case")).hasSize(1);
            assertThat(log.in("intake_keys")).filteredOn(sql -> !sql.isEmpty()).hasSize(1);
        }
    }

    /**
     * Without the empty one by which the pool looks at a rested connection, the relay's, its bell's
     * and the block of case numbers that fifty cases share.
     */
    private static List<String> ours(StatementLog log) {
        return log.in("intake").stream()
                .filter(sql -> !sql.isEmpty() && !sql.equals("BEGIN") && !sql.equals("COMMIT"))
                .filter(sql -> !sql.contains("pg_snapshot"))
                .filter(sql -> !sql.contains("from messaging.outbox"))
                .filter(sql -> !sql.contains("synchronous_commit") && !sql.startsWith("notify"))
                .filter(sql -> !sql.contains("case_number_day"))
                .toList();
    }
}
