package org.redress.escalation.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.CaseFacts;
import org.redress.escalation.cases.ClockName;
import org.redress.escalation.cases.Promises;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.Tier;
import org.redress.escalation.clocks.CaseClock.Binding;
import org.redress.escalation.organisation.DemoOrganisation;
import org.redress.escalation.organisation.Organisation;

/** IN-11, ES-02: what the customer was told binds, whatever the rules of the organisation say. */
class ThePromiseBindsTest {

    private static final String PREFIX = "redress.promises.";
    private static final Instant MONDAY = Instant.parse("2026-11-22T16:07:00Z");
    private static final Duration TRIAGED_AFTER = Duration.ofSeconds(40);
    private static final Organisation ORGANISATION = DemoOrganisation.get();

    /** What intake promises on the channel, by the settings that it is shipped with. */
    record Told(String channel, boolean urgent, Duration firstResponse, Duration resolution) {

        Promises at(Instant registered) {
            return new Promises(registered.plus(firstResponse), registered.plus(resolution));
        }
    }

    static List<Told> everything_that_intake_promises() throws IOException {
        Properties settings = new Properties();
        try (Reader reader =
                Files.newBufferedReader(
                        Path.of("../intake-service/src/main/resources/application.properties"))) {
            settings.load(reader);
        }
        Set<String> channels = new HashSet<>(Set.of("standard"));
        settings.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX + "channel."))
                .map(name -> name.substring(PREFIX.length(), name.lastIndexOf('.')))
                .forEach(channels::add);
        List<Told> all = new ArrayList<>();
        for (String channel : channels) {
            all.add(
                    new Told(
                            channel,
                            false,
                            term(settings, channel, "first-response"),
                            term(settings, channel, "resolution")));
            all.add(
                    new Told(
                            channel,
                            true,
                            sooner(settings, channel, "first-response"),
                            sooner(settings, channel, "resolution")));
        }
        return all;
    }

    private static Duration sooner(Properties settings, String channel, String term) {
        Duration usual = term(settings, channel, term);
        Duration urgent = term(settings, "urgent", term);
        return usual.compareTo(urgent) < 0 ? usual : urgent;
    }

    private static Duration term(Properties settings, String channel, String term) {
        return Duration.parse("PT" + settings.getProperty(PREFIX + channel + "." + term));
    }

    @ParameterizedTest
    @MethodSource("everything_that_intake_promises")
    void no_clock_is_due_later_than_the_timetable_says(Told told) {
        everyHourOfAWeek(
                told,
                (facts, start) -> {
                    for (ClockName name : ClockName.OF_EVERY_CASE) {
                        CaseClock clock = clock(name, facts, start);
                        Instant promised = facts.promises().of(name);
                        if (promised != null) {
                            assertThat(clock.deadline().dueAt()).isBeforeOrEqualTo(promised);
                        }
                        assertThat(clock.deadline().warnAt())
                                .isAfterOrEqualTo(start)
                                .isBefore(clock.deadline().dueAt());
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("everything_that_intake_promises")
    void whatever_the_case_is_judged_later_its_clocks_keep_the_promise(Told told) {
        everyHourOfAWeek(
                told,
                (facts, start) -> {
                    for (Severity graver : Severity.values()) {
                        CaseFacts later = judged(facts, graver, Tier.T3, 1);
                        CaseClock sooner =
                                clock(ClockName.RESOLUTION, later, start.plusSeconds(7200));
                        assertThat(sooner.deadline().dueAt())
                                .isBeforeOrEqualTo(facts.promises().resolution());
                    }
                });
    }

    @Test
    void the_rules_alone_would_break_promises() throws IOException {
        var broken = new HashSet<Told>();
        for (Told told : everything_that_intake_promises()) {
            everyHourOfAWeek(
                    told,
                    (facts, start) -> {
                        if (clock(
                                        ClockName.RESOLUTION,
                                        judged(
                                                facts,
                                                facts.assessment().severity(),
                                                facts.tier(),
                                                2),
                                        start)
                                .deadline()
                                .dueAt()
                                .isAfter(facts.promises().resolution())) {
                            broken.add(told);
                        }
                    });
        }
        assertThat(broken).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // Friday 17:00 in Shanghai: the rule says Monday 11:30, the customer was told Saturday
        // 17:00.
        "2026-11-20T09:00:00Z, 2026-11-21T09:00:00Z, 2026-11-21T04:12:00Z, 2026-11-21T09:00:00Z, PROMISE",
        "2026-11-20T09:00:00Z, 2026-11-30T09:00:00Z, 2026-11-23T02:42:00Z, 2026-11-23T03:30:00Z, RULE",
        "2026-11-20T09:00:00Z,                     , 2026-11-23T02:42:00Z, 2026-11-23T03:30:00Z, RULE",
        "2026-11-20T09:00:00Z, 2026-11-20T08:59:00Z, 2026-11-20T08:59:00Z, 2026-11-20T08:59:00Z, PROMISE"
    })
    void the_sooner_of_rule_and_promise_holds(
            Instant start, Instant promised, Instant warnAt, Instant dueAt, Binding binds) {
        CaseClock clock =
                clock(
                        ClockName.FIRST_RESPONSE,
                        SampleCase.promised(new Promises(promised, null)),
                        start);

        assertThat(clock.deadline().warnAt()).isEqualTo(warnAt);
        assertThat(clock.deadline().dueAt()).isEqualTo(dueAt);
        assertThat(clock.binds()).isEqualTo(binds);
        assertThat(clock.nextAt()).contains(warnAt);
    }

    @Test
    void the_second_round_was_not_promised() {
        Promises told = new Promises(MONDAY, MONDAY);
        CaseFacts reopened = judged(SampleCase.promised(told), Severity.MEDIUM, Tier.T2, 2);

        assertThat(clock(ClockName.RESOLUTION, reopened, MONDAY).binds()).isEqualTo(Binding.RULE);
    }

    private static void everyHourOfAWeek(Told told, BiConsumer<CaseFacts, Instant> then) {
        IntStream.range(0, 7 * 24)
                .forEach(hour -> {
                    Instant registered = MONDAY.plus(Duration.ofHours(hour));
                    for (CaseClass caseClass : CaseClass.values()) {
                        for (Severity severity : Severity.values()) {
                            for (Tier tier : Tier.values()) {
                                then.accept(
                                        SampleCase.judged(
                                                caseClass, severity, tier, 1, told.at(registered)),
                                        registered.plus(TRIAGED_AFTER));
                            }
                        }
                    }
                });
    }

    private static CaseFacts judged(CaseFacts facts, Severity severity, Tier tier, int round) {
        return SampleCase.judged(
                facts.assessment().caseClass(), severity, tier, round, facts.promises());
    }

    private static CaseClock clock(ClockName name, CaseFacts facts, Instant start) {
        return CaseClock.start(
                new UUID(0, 1),
                facts,
                name,
                ORGANISATION.deadline(ORGANISATION.rule(name, facts).orElseThrow(), facts, start));
    }
}
