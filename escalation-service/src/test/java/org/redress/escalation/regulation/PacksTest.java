package org.redress.escalation.regulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.escalation.regulation.Rule.Mark;
import org.redress.escalation.regulation.Rule.Term;
import org.redress.escalation.regulation.Rule.Unit;

class PacksTest {

    private static final Path FOLDER = Path.of("src/main/resources/regulations");

    private final Packs packs = Packs.shipped();

    @Test
    void what_was_received_before_midnight_keeps_order_20() {
        Rule rule = rule("cn-market-regulation", "mediation-end", "2026-04-14T23:59:59.999+08:00");

        assertThat(rule.within()).isEqualTo(new Term(45, Unit.WORKING_DAYS));
        assertThat(rule.law()).contains("第20号");
        assertThat(rule.mark()).isEqualTo(Mark.V);
    }

    @Test
    void what_was_received_from_midnight_on_has_order_121() {
        Rule rule = rule("cn-market-regulation", "mediation-end", "2026-04-15T00:00+08:00");

        assertThat(rule.within()).isEqualTo(new Term(60, Unit.CALENDAR_DAYS));
        assertThat(rule.law()).contains("第121号");
        assertThat(rule.mark()).isEqualTo(Mark.S);
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource({
        "cn-market-regulation,  acceptance,                     7, WORKING_DAYS",
        "cn-banking-insurance,  decision,                      15, CALENDAR_DAYS",
        "cn-banking-insurance,  decision-complex,              30, CALENDAR_DAYS",
        "cn-banking-insurance,  decision-extended,             30, CALENDAR_DAYS",
        "cn-telecom,            operator-answer,               15, CALENDAR_DAYS",
        "cn-accident,           report,                         1, HOURS",
        "cn-cyber-incident,     report-critical-infrastructure, 1, HOURS",
        "cn-cyber-incident,     report,                         4, HOURS",
        "cn-consumer-goods,     report,                         2, WORKING_DAYS",
        "cn-petition,           answer,                        60, CALENDAR_DAYS",
        "uk-financial-services, summary-resolution,             3, BUSINESS_DAYS",
        "uk-financial-services, final-response,                56, CALENDAR_DAYS",
        "us-consumer-finance,   answer,                        15, CALENDAR_DAYS",
        "us-consumer-finance,   close,                         60, CALENDAR_DAYS",
    })
    void the_numbers_are_those_of_the_law_today(String kind, String clock, int number, Unit unit) {
        assertThat(rule(kind, clock, "2026-11-30T12:00+08:00").within())
                .isEqualTo(new Term(number, unit));
    }

    @Test
    void an_incident_before_the_law_had_no_hours() {
        Instant before = Instant.parse("2025-10-31T15:59:59Z");

        assertThat(packs.rulesFor("cn-cyber-incident", before)).isEmpty();
        assertThat(packs.rulesFor("cn-cyber-incident", before.plusSeconds(1))).hasSize(3);
    }

    @Test
    void every_pack_is_to_be_checked_by_lawyers_and_bears_the_name_of_its_file()
            throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(packs.kinds().stream().map(kind -> kind + ".yaml"))
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertThat(packs.kinds().stream().map(packs::pack))
                .allSatisfy(pack -> {
                    assertThat(pack.notice().en())
                            .contains("checked by the deploying company's lawyers");
                    assertThat(pack.notice().zh()).contains("律师");
                });
    }

    @Test
    void a_kind_without_a_pack_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> packs.rulesFor("airlines", Instant.EPOCH))
                .withMessageContaining("cn-telecom");
    }

    @Test
    void what_is_well_written_is_read() {
        assertThat(Packs.read(Map.of("mine.yaml", mine())).kinds()).containsExactly("mine");
    }

    @ParameterizedTest(name = "{1} instead of {0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "mark: V | mark: X | Mark",
                "clock: answer | clock: ' ' | rules[0].clock: is missing",
                "law: Law | lore: Law | Missing required creator property 'law'",
                "number: 2 | number: 0 | rules[0].within: 0 is no time",
                "unit: HOURS | unit: MOONS | MOONS",
                "from: 2026-01-01 | from: 2027-01-01 | rules[0].until: is before from",
                "from: 2026-07-01 | from: 2026-06-30 | rules[1]: holds beside rules[0]",
                "prolongs: answer | prolongs: nothing | unknown clock 'nothing'",
                "zone: Asia/Shanghai | zone: Asia/Nowhere | Nowhere",
                "kind: mine | title: { zh: 一, en: one } | title",
                "notice: | # | notice",
                "en: Check it | en: '' | both zh and en",
            })
    void what_is_wrong_is_refused_with_its_place(String right, String wrong, String said) {
        assertThatExceptionOfType(InvalidPack.class)
                .isThrownBy(() -> Packs.read(Map.of("mine.yaml", mine().replace(right, wrong))))
                .withMessageStartingWith("mine.yaml cannot be used")
                .withMessageContaining(said);
    }

    @Test
    void two_packs_of_one_kind_are_refused() {
        assertThatExceptionOfType(InvalidPack.class)
                .isThrownBy(() -> Packs.read(Map.of("a.yaml", mine(), "b.yaml", mine())))
                .withMessageContaining("another pack of mine");
    }

    private Rule rule(String kind, String clock, String receivedAt) {
        var found =
                packs.rulesFor(kind, OffsetDateTime.parse(receivedAt).toInstant()).stream()
                        .filter(rule -> rule.clock().equals(clock))
                        .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String mine() {
        return """
        kind: mine
        title: { zh: 我, en: Mine }
        zone: Asia/Shanghai
        asOf: 2026-11-30
        notice: { zh: 查, en: Check it }
        rules:
          - clock: answer
            law: Law
            source: somewhere
            mark: V
            from: 2026-01-01
            until: 2026-06-30
            within: { number: 2, unit: HOURS }
            starts: { zh: 始, en: start }
            binds: { zh: 人, en: people }
          - clock: answer
            law: Law
            source: somewhere
            mark: U
            from: 2026-07-01
            within: { number: 3, unit: HOURS }
            starts: { zh: 始, en: start }
            binds: { zh: 人, en: people }
          - clock: more
            prolongs: answer
            law: Law
            source: somewhere
            mark: S
            within: { number: 1, unit: HOURS }
            starts: { zh: 始, en: start }
            binds: { zh: 人, en: people }
        """;
    }
}
