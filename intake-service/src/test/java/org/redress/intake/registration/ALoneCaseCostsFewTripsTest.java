package org.redress.intake.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.intake.FrontEnd.CASES;
import static org.redress.intake.FrontEnd.agent;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.redress.intake.FrontEnd;
import org.redress.intake.StatementLog;
import org.redress.intake.StatementLog.Logged;
import org.redress.intake.WithIntake;

/** What one registration asks of the databases; what relays its events is not of it. */
@WithIntake
class ALoneCaseCostsFewTripsTest {

    private static final Pattern INTO = Pattern.compile("insert into ([a-z_.]+)");

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
            assertThat(ours(log)).extracting(Logged::transaction).containsOnly(transaction(log));
            assertThat(ours(log))
                    .extracting(Logged::sql)
                    .filteredOn(sql -> sql.contains("into customer_case"))
                    .hasSize(1);
            assertThat(tablesWrittenTo(log))
                    .containsExactlyInAnyOrder(
                            "customer",
                            "customer_case",
                            "case_unit",
                            "messaging.outbox",
                            "web.remembered_answer");
            // None if the key was made with that of the customer before.
            assertThat(log.in("intake_keys"))
                    .filteredOn(it -> !it.sql().isEmpty())
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    /**
     * Without the empty one by which the pool looks at a rested connection, the relay's, its
     * bell's, the block of case numbers that fifty cases share, and the units that are known for
     * seconds.
     */
    private static List<Logged> ours(StatementLog log) {
        return log.in("intake").stream().filter(it -> isOurs(it.sql())).toList();
    }

    private static boolean isOurs(String sql) {
        return !sql.isEmpty()
                && !sql.equals("BEGIN")
                && !sql.equals("COMMIT")
                && !sql.contains("pg_snapshot")
                && !sql.contains("from messaging.outbox")
                && !sql.contains("synchronous_commit")
                && !sql.startsWith("notify")
                && !sql.contains("case_number_day")
                && !sql.contains("known_unit");
    }

    private static List<String> tablesWrittenTo(StatementLog log) {
        return ours(log).stream()
                .flatMap(it -> INTO.matcher(it.sql()).results())
                .map(into -> into.group(1))
                .toList();
    }

    private static String transaction(StatementLog log) {
        return ours(log).stream()
                .filter(it -> it.sql().contains("into customer_case"))
                .findFirst()
                .orElseThrow()
                .transaction();
    }
}
