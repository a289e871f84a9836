package org.redress.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.triage.ACase.saying;
import static org.redress.triage.rules.Rules.find;
import static org.redress.triage.rules.Rules.judge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.triage.cases.Channel;
import org.redress.triage.cases.CustomerTier;
import org.redress.triage.levels.CaseClass;
import org.redress.triage.levels.Category;
import org.redress.triage.levels.ConductLevel;
import org.redress.triage.levels.Priority;
import org.redress.triage.levels.ResponseLevel;
import org.redress.triage.levels.Tier;

class RoutingTest {

    @ParameterizedTest(name = "{2} is {0} of {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PRODUCT_QUALITY   | hq/quality          | 搅拌机坏了，质量太差
                    PRODUCT_SAFETY    | hq/quality          | 充电宝故障发烫，有安全隐患
                    FOOD_SAFETY       | hq/food-safety      | 面包发霉，吃出虫子
                    DELIVERY          | hq/logistics        | 快递一直没发货
                    PRICE_AND_BILLING | hq/finance          | 账单多收了手续费
                    REFUND            | hq/finance          | 请退款，把押金退还给我
                    ACCOUNT_AND_FRAUD | hq/finance          | 银行卡被盗刷
                    PRIVACY           | hq/legal            | 你们泄露了我的个人信息
                    AFTER_SALES       | hq/after-sales      | 保修期内要求返修换货
                    STAFF_CONDUCT     | hq/customer-service | 柜台人员态度恶劣，辱骂顾客
                    ENVIRONMENT_NOISE | hq/safety           | 夜间施工噪音扰民
                    INFORMATION       | hq/customer-service | 请问什么时候开门
                    ACCOUNT_AND_FRAUD | hq/finance          | Someone stole my identity and used my card, this is fraud
                    PRICE_AND_BILLING | hq/finance          | I was overcharged on my invoice
                    DELIVERY          | hq/logistics        | My parcel never arrived
                    """)
    void a_category_has_its_unit(Category category, String unit, String text) {
        var judgement = judge(saying(text));

        assertThat(judgement.category()).isEqualTo(category);
        assertThat(judgement.ownerUnit().path()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    COMPLAINT  | 我要投诉你们
                    INQUIRY    | 请问什么时候开门
                    SUGGESTION | 建议增加一个自助柜台
                    EMERGENCY  | 店里起火了
                    COMPLAINT  | This is unacceptable
                    INQUIRY    | How do I replace the filter?
                    SUGGESTION | I suggest that you add a ramp
                    """)
    void the_intent_makes_the_class(CaseClass caseClass, String text) {
        assertThat(judge(saying(text)).caseClass()).isEqualTo(caseClass);
    }

    @Test
    void a_matter_of_an_outlet_stays_there() {
        assertThat(judge(saying("网点排队等了两小时").at("hq/outlets/east")).ownerUnit().path())
                .isEqualTo("hq/outlets/east");
        assertThat(judge(saying("网点排队等了两小时").at("hq/logistics")).ownerUnit().path())
                .isEqualTo("hq/customer-service");
    }

    @Test
    void media_go_to_public_relations() {
        assertThat(judge(saying("网点排队等了两小时").withMedia()).ownerUnit().path())
                .isEqualTo("hq/public-relations");
        assertThat(judge(saying("已发到抖音曝光，太过分").by(Channel.SOCIAL_MEDIA)).ownerUnit().path())
                .isEqualTo("hq/public-relations");
    }

    @Test
    void an_emergency_goes_before_the_media() {
        assertThat(judge(saying("吃了凉菜食物中毒").withDanger().withMedia()).ownerUnit().path())
                .isEqualTo("hq/food-safety");
        assertThat(judge(saying("店里起火了").withMedia()).ownerUnit().path()).isEqualTo("hq/safety");
    }

    @ParameterizedTest
    @CsvSource({
        "LOW, STANDARD, P4",
        "LOW, VIP, P3",
        "MEDIUM, STANDARD, P3",
        "MEDIUM, KEY_ACCOUNT, P2",
        "HIGH, STANDARD, P2",
        "HIGH, PUBLIC_FIGURE, P1",
        "CRITICAL, STANDARD, P1"
    })
    void an_important_customer_moves_up_one_priority(
            String severity, CustomerTier tier, Priority priority) {
        var text =
                switch (severity) {
                    case "LOW" -> "我要投诉";
                    case "MEDIUM" -> "路灯不亮，存在安全隐患";
                    case "HIGH" -> "我要投诉，已委托律师起诉";
                    default -> "店里起火了";
                };

        assertThat(judge(saying(text).of(tier)).priority()).isEqualTo(priority);
    }

    @ParameterizedTest
    @CsvSource({"0, III", "3, II", "9, II", "10, I", "200, I"})
    void more_people_raise_the_response(int crowd, ResponseLevel level) {
        assertThat(judge(saying("有人受伤").withCrowdOf(crowd)).responseLevel()).isEqualTo(level);
    }

    @Test
    void a_death_asks_for_the_highest_response_and_a_complaint_for_none() {
        assertThat(judge(saying("楼塌了，一名工人当场死亡")).responseLevel()).isEqualTo(ResponseLevel.I);
        assertThat(judge(saying("我要投诉")).responseLevel()).isEqualTo(ResponseLevel.NONE);
        assertThat(judge(saying("我要投诉").withCrowdOf(50)).responseLevel())
                .isEqualTo(ResponseLevel.II);
    }

    @Test
    void the_tier_follows_severity_and_kind() {
        assertThat(judge(saying("店里起火了")).tier()).isEqualTo(Tier.T3);
        assertThat(judge(saying("我要投诉，已委托律师起诉")).tier()).isEqualTo(Tier.T2);
        assertThat(judge(saying("银行卡被盗刷，投诉")).tier()).isEqualTo(Tier.T2);
        assertThat(judge(saying("我要投诉")).tier()).isEqualTo(Tier.T1);
    }

    @Test
    void conduct_is_what_the_agent_saw_raised_by_the_words() {
        assertThat(judge(saying("我要投诉").behaving(ConductLevel.DISRUPTIVE)).conductLevel())
                .isEqualTo(ConductLevel.DISRUPTIVE);
        assertThat(judge(saying("不赔钱我就砍死你们")).conductLevel()).isEqualTo(ConductLevel.SEVERE);
        assertThat(judge(saying("家属在门口拉横幅").behaving(ConductLevel.MILD)).conductLevel())
                .isEqualTo(ConductLevel.DISRUPTIVE);
    }

    @Test
    void what_is_only_a_default_is_for_a_person_to_review() {
        assertThat(find(saying("好的")).review()).containsExactly(ReviewCause.LOW_CONFIDENCE);
        assertThat(find(saying("我要投诉快递没发货")).review()).isEmpty();
    }
}
