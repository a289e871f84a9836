package org.redress.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.triage.ACase.saying;
import static org.redress.triage.rules.Rules.find;
import static org.redress.triage.rules.Rules.judge;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.triage.cases.Channel;
import org.redress.triage.levels.CaseClass;
import org.redress.triage.levels.ConductLevel;
import org.redress.triage.levels.Severity;

class SeverityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "孩子的手被热水壶烫伤，已送医院",
                "楼房倒塌，三人当场死亡",
                "充电宝在飞机上起火，没有人受伤",
                "洗衣机漏电",
                "吃了你们的蛋糕食物中毒",
                "电梯坠落，老人被困在电梯里",
                "不解决我就从你们楼上跳楼",
                "My son was taken to the hospital after eating your chicken",
                "The battery exploded in my hand",
                "We smell gas in the kitchen of your restaurant"
            })
    void words_of_personal_safety_are_always_critical(String text) {
        var judgement = judge(saying(text));

        assertThat(judgement.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(judgement.caseClass()).isEqualTo(CaseClass.EMERGENCY);
    }

    @Test
    void the_flag_is_always_critical_whatever_the_words_say() {
        var finding = find(saying("Nobody was hurt, all is fine").withDanger());

        assertThat(finding.judgement().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.review()).contains(ReviewCause.CONFLICT);
    }

    @ParameterizedTest
    @CsvSource({
        "49999.99, CNY, LOW",
        "50000, CNY, CRITICAL",
        "6999, USD, LOW",
        "7000, USD, CRITICAL",
        "7000, CHF, CRITICAL",
        "12, CHF, LOW"
    })
    void a_major_loss_is_critical_from_the_amount_of_its_currency(
            String amount, String currency, Severity severity) {
        assertThat(judge(saying("我要投诉").withLossOf(amount, currency)).severity())
                .isEqualTo(severity);
    }

    @Test
    void severe_conduct_is_critical() {
        assertThat(judge(saying("我要投诉").behaving(ConductLevel.SEVERE)).severity())
                .isEqualTo(Severity.CRITICAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "小区门口的车乱停，请处理",
                "The parking lot is too small",
                "请问营业时间是几点",
                "建议增加一个自助柜台",
                "没有人受伤，只是杯子碎了",
                "这家店生意火爆，排队太久"
            })
    void a_harmless_case_is_low(String text) {
        assertThat(judge(saying(text)).severity()).isEqualTo(Severity.LOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我已委托律师起诉你们，投诉无果",
                "投诉无果，不解决就打12315",
                "再不退款我就找记者曝光，太过分了",
                "I will sue you, this is unacceptable",
                "I filed a complaint with the CFPB because you refused to help"
            })
    void courts_regulators_and_media_in_the_words_are_at_least_high(String text) {
        assertThat(judge(saying(text)).severity()).isEqualTo(Severity.HIGH);
    }

    @Test
    void asking_about_a_court_is_no_threat() {
        assertThat(judge(saying("请问法院受理时间是什么时候")).severity()).isEqualTo(Severity.LOW);
    }

    @Test
    void flags_of_media_regulator_and_crowd_are_at_least_high() {
        var complaint = saying("我要投诉");

        assertThat(
                        List.of(
                                judge(complaint.withMedia()).severity(),
                                judge(complaint.withRegulator()).severity(),
                                judge(complaint.by(Channel.REGULATOR)).severity(),
                                judge(complaint.withCrowdOf(10)).severity()))
                .containsOnly(Severity.HIGH);
    }

    @Test
    void a_product_that_may_hurt_somebody_is_high_and_another_hazard_medium() {
        assertThat(judge(saying("充电器发烫，担心会起火").about("AD-65")).severity()).isEqualTo(Severity.HIGH);
        assertThat(judge(saying("路灯不亮，存在安全隐患")).severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void the_reasons_name_the_rule_and_quote_the_words() {
        var reasons = find(saying("洗衣机漏电")).reasons();

        assertThat(reasons)
                .filteredOn(reason -> reason.rule().equals("severity-electric-shock"))
                .extracting(reason -> reason.text().zh(), reason -> reason.text().en())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "触电或漏电：“漏电”", "An electric shock or a live part: “漏电”"));
    }

    @Test
    void all_rules_that_come_to_the_same_severity_are_told_and_no_lesser_one() {
        var rules =
                find(saying("手机爆炸，孩子受伤，要求赔偿").withDanger()).reasons().stream()
                        .map(Reason::rule)
                        .filter(rule -> rule.startsWith("severity-"));

        assertThat(rules)
                .containsExactlyInAnyOrder(
                        "severity-personal-safety", "severity-injury", "severity-explosion");
    }
}
