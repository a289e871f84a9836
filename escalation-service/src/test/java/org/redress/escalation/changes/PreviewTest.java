package org.redress.escalation.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.redress.escalation.handling.DueOtherwise.Foreseen;
import org.redress.escalation.organisation.DemoOrganisation;
import org.redress.escalation.organisation.Names;
import org.redress.escalation.organisation.Organisation;

/** What would change is told in sentences before it does. */
class PreviewTest {

    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

    @Test
    void what_changes_is_a_sentence_for_each_entry() {
        Preview preview =
                preview(yaml ->
                        yaml.replace(
                                        "{ id: fan.xin, name: { zh: 范欣, en: Fan Xin }, unit: hq/outlets/west }",
                                        "{ id: emma.lin, name: { zh: 林艾玛, en: Emma Lin }, unit: hq/finance, language: en }")
                                .replace("a: ye.qing, b: fan.xin", "a: ye.qing")
                                .replace("zh: 财务部, en: Finance", "zh: 财务部, en: Money")
                                .replace(
                                        "reception: hq/customer-service", "reception: hq/finance"));

        assertThat(preview.changes().stream().map(Names::en))
                .containsExactly(
                        "The reception is hq/finance, was hq/customer-service.",
                        "Unit hq/finance: name is Money, was Finance.",
                        "Person emma.lin is new: name Emma Lin, unit hq/finance, language en.",
                        "Person fan.xin is gone.",
                        "Duty duty-officer hq/outlets/west: b is none, was fan.xin.");
        assertThat(preview.changes().stream().map(Names::zh))
                .contains("新增人员 emma.lin：名称 林艾玛，部门 hq/finance，语言 en。", "移除人员 fan.xin。");
    }

    @Test
    void who_would_be_woken_instead_of_whom_is_told_for_the_days_to_come() {
        Preview preview =
                preview(yaml ->
                        yaml
                                + """
                                absences:
                                  - { person: zhang.lei, from: 2026-12-03, until: 2026-12-05, deputy: lin.yu }
                                """);

        assertThat(preview.reached().stream().map(Names::en))
                .containsExactly(
                        "As duty-officer of Quality Management, from 2026-12-03 00:00 until 2026-12-06 00:00: Lin Yu, He Jing instead of Zhang Lei, He Jing.",
                        "As unit-head of Quality Management, from 2026-12-03 00:00 until 2026-12-06 00:00: Xu Qiang, Lin Yu instead of Xu Qiang, Zhang Lei.");
        assertThat(preview.reached().getFirst().zh())
                .isEqualTo(
                        "质量管理部的 duty-officer，自 2026-12-03 00:00 至 2026-12-06 00:00：通知林宇、何静，而非张磊、何静。");
        assertThat(preview.risks()).isEmpty();
    }

    @Test
    void a_duty_that_units_have_from_above_is_told_once_for_all_of_them() {
        Preview preview =
                preview(yaml ->
                        yaml.replace(
                                "role: leader-in-charge, unit: hq, a: liu.min",
                                "role: leader-in-charge, unit: hq, a: liu.qiang"));

        assertThat(preview.reached().stream().map(Names::en))
                .singleElement()
                .asString()
                .startsWith("As leader-in-charge of Headquarters, Customer Service, Quality")
                .endsWith(
                        "from 2026-12-01 08:00 on: Liu Qiang, Sun Hao instead of Liu Min, Sun Hao.");
    }

    @Test
    void what_becomes_risky_is_told_and_what_was_so_before_is_not() {
        Preview preview =
                preview(yaml ->
                        yaml
                                + """
                                absences:
                                  - { person: qian.feng, from: 2026-12-03, until: 2026-12-05 }
                                  - { person: shen.lu, from: 2026-12-05, until: 2026-12-07, deputy: jiang.nan }
                                  - { person: dong.liang, from: 2026-12-02, until: 2026-12-02, deputy: lu.yang }
                                  - { person: fan.xin, from: 2026-12-01, until: 2026-12-31 }
                                  - { person: ye.qing, from: 2026-12-04, until: 2026-12-04 }
                                """);

        assertThat(preview.risks().stream().map(Names::en))
                .containsExactly(
                        "From 2026-12-04 00:00 nobody is there as duty-officer of Outlets West; Dong Liang (unit-head) is reached.",
                        "Qian Feng is away from 2026-12-03 until 2026-12-05 and nobody stands in.",
                        "Fan Xin is away from 2026-12-01 until 2026-12-31 and nobody stands in.",
                        "Ye Qing is away from 2026-12-04 until 2026-12-04 and nobody stands in.");
        assertThat(preview.isRisky()).isTrue();
    }

    @Test
    void a_policy_that_would_wake_one_person_only_is_risky() {
        Preview preview =
                preview(yaml ->
                        yaml.replace(
                                "role: watch, unit: hq, a: sun.hao, b: liu.qiang",
                                "role: watch, unit: hq, a: sun.hao"));

        assertThat(preview.risks().stream().map(Names::en))
                .contains(
                        "From 2026-12-01 08:00 policy watch wakes nobody but Sun Hao for Headquarters.");
    }

    @Test
    void a_confirmation_stands_for_where_it_begins_and_where_it_leads() {
        Function<String, String> one = yaml -> yaml.replace("en: Finance", "en: Money");
        Function<String, String> other = yaml -> yaml.replace("en: Finance", "en: Gold");

        assertThat(preview(one).confirmation())
                .isEqualTo(preview(one).confirmation())
                .isNotEqualTo(preview(other).confirmation());
        assertThat(preview(Function.identity()))
                .extracting(Preview::changes, Preview::reached, Preview::risks)
                .containsExactly(List.of(), List.of(), List.of());
    }

    private static Preview preview(Function<String, String> change) {
        Organisation before = DemoOrganisation.get();
        return Preview.of(
                before,
                DemoOrganisation.of(change.apply(DemoOrganisation.text())),
                Set.of(),
                Foreseen.NOTHING,
                NOW);
    }
}
