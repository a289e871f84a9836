package org.redress.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.triage.ACase.saying;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.triage.ACase;
import org.redress.triage.levels.CaseClass;
import org.redress.triage.levels.ConductLevel;
import org.redress.triage.levels.Severity;
import org.redress.triage.signals.Reading;
import org.redress.triage.signals.TextSignals;

class SafeWayBackTest {

    private static final ACase COMPLAINT = saying("我要投诉");
    private static final Rulebook WITHOUT_TABLES =
            new Rulebook(new TextSignals(), new BrokenTables(), Rules.SETTINGS);

    @Test
    void a_case_without_a_word_is_judged_by_its_flags_and_reviewed() {
        var finding = Rules.find(saying(" ").withDanger());

        assertThat(finding.judgement().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.review()).contains(ReviewCause.NO_TEXT);
    }

    @Test
    void when_the_tables_fail_no_flag_is_lost_and_nothing_is_below_high() {
        assertThat(severityWithoutTables(saying("").withDanger())).isEqualTo(Severity.CRITICAL);
        assertThat(severityWithoutTables(saying("").withLossOf("90000", "CNY")))
                .isEqualTo(Severity.CRITICAL);
        assertThat(severityWithoutTables(saying("").behaving(ConductLevel.SEVERE)))
                .isEqualTo(Severity.CRITICAL);
        assertThat(severityWithoutTables(saying("有人受伤"))).isEqualTo(Severity.CRITICAL);
        assertThat(severityWithoutTables(saying("").withMedia())).isEqualTo(Severity.HIGH);
        assertThat(severityWithoutTables(saying("请问几点开门"))).isEqualTo(Severity.HIGH);
    }

    @Test
    void when_the_tables_fail_a_person_is_asked_and_told_why() {
        var finding = withoutTables(saying("有人受伤"));

        assertThat(finding.judgement().caseClass()).isEqualTo(CaseClass.EMERGENCY);
        assertThat(finding.review()).containsExactly(ReviewCause.RULES_FAILED);
        assertThat(finding.reasons()).extracting(Reason::rule).containsExactly("safe-default");
    }

    static Stream<Supplier<Reading>> failures() {
        return Stream.of(
                () -> {
                    throw new IllegalStateException("broken for the test");
                },
                () -> {
                    throw new StackOverflowError("for the test");
                },
                () -> {
                    throw new OutOfMemoryError("for the test");
                },
                SafeWayBackTest::neverEnd);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatever_reading_fails_on_the_case_is_judged_and_a_person_is_asked(
            Supplier<Reading> failure) {
        var book = bookReading(failure);

        var finding = book.find(COMPLAINT.facts());

        assertThat(finding.judgement().severity()).isEqualTo(Severity.HIGH);
        assertThat(finding.review()).containsExactly(ReviewCause.RULES_FAILED);
        assertThat(book.find(COMPLAINT.withDanger().facts()).judgement().severity())
                .isEqualTo(Severity.CRITICAL);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void what_a_person_decides_stands_without_the_rules(Supplier<Reading> failure) {
        var book = bookReading(failure);

        assertThat(book.route(COMPLAINT.facts(), Rules.judge(COMPLAINT))).isEmpty();
    }

    private static Reading neverEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Reading(List.of());
    }

    private static Rulebook bookReading(Supplier<Reading> reading) {
        var settings = new Rules.Settings(Duration.ofMillis(200));
        return new Rulebook(new TextsRead(reading), Rules.TABLES, settings);
    }

    private static Severity severityWithoutTables(ACase given) {
        return withoutTables(given).judgement().severity();
    }

    private static Finding withoutTables(ACase given) {
        return WITHOUT_TABLES.find(given.facts());
    }

    /** Reads every text in this one way. */
    private static final class TextsRead extends TextSignals {

        private final Supplier<Reading> reading;

        TextsRead(Supplier<Reading> reading) {
            this.reading = reading;
        }

        @Override
        public Reading read(String subject, String description) {
            return reading.get();
        }
    }

    /** Tables in which every evaluation fails. */
    private static final class BrokenTables extends DecisionTables {

        @Override
        Decisions decide(List<String> modelNames, Map<String, Object> input) {
            throw new IllegalStateException("broken for the test");
        }
    }
}
