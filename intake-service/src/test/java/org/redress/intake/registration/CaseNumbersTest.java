package org.redress.intake.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.intake.WithIntake;
import org.redress.intake.cases.CaseNumber;

/** Each test has days of its own, on which nobody registers. */
@WithIntake
class CaseNumbersTest {

    @Inject Jdbi jdbi;

    @Test
    void the_day_is_the_tenants() {
        // given
        CaseNumbers numbers = process(50);

        // then
        assertThat(numbers.next(Instant.parse("2031-05-01T15:59:59Z")).text())
                .startsWith("C-20310501-00001");
        assertThat(numbers.next(Instant.parse("2031-05-01T16:00:00Z")).text())
                .startsWith("C-20310502-00001");
    }

    @Test
    void each_process_has_blocks_of_its_own_and_each_day_begins_anew() {
        // given
        Instant today = Instant.parse("2031-06-01T06:00:00Z");
        CaseNumbers one = process(2);
        CaseNumbers other = process(2);

        // then
        assertThat(one.next(today).text()).startsWith("C-20310601-00001");
        assertThat(other.next(today).text()).startsWith("C-20310601-00003");
        assertThat(one.next(today).text()).startsWith("C-20310601-00002");
        assertThat(one.next(today).text()).startsWith("C-20310601-00005");
        assertThat(other.next(today).text()).startsWith("C-20310601-00004");
        assertThat(one.next(today.plusSeconds(86_400)).text()).startsWith("C-20310602-00001");
    }

    @Test
    void nobody_waits_for_the_commit_of_who_took_a_number() throws Exception {
        // given
        Instant today = Instant.parse("2031-07-01T06:00:00Z");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // when
            CaseNumber other =
                    QuarkusTransaction.requiringNew()
                            .call(() -> {
                                process(1).next(today);
                                return threads.submit(() -> process(1).next(today))
                                        .get(20, TimeUnit.SECONDS);
                            });

            // then
            assertThat(other.text()).startsWith("C-20310701-00002");
        }
    }

    private CaseNumbers process(int blockSize) {
        return new CaseNumbers(jdbi, blockSize, ZoneId.of("Asia/Shanghai"));
    }
}
