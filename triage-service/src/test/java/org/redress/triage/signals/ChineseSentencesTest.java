package org.redress.triage.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.triage.signals.Sighting.Standing;

class ChineseSentencesTest {

    private static final TextSignals TEXTS = new TextSignals();

    @ParameterizedTest(name = "{1} {0}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    INJURY         | STATED | 孩子的手被烫伤了
                    INJURY         | STATED | 我妈妈触电倒地，已送县医院急诊
                    INJURY         | STATED | 不是没有人受伤
                    INJURY         | STATED | 难道没有人受伤吗
                    INJURY         | STATED | 没有人管，工人受伤了
                    INJURY         | STATED | 如果早点处理就好了，现在孩子已经骨折
                    INJURY         | DENIED | 没有人受伤
                    INJURY         | DENIED | 无人受伤
                    INJURY         | DENIED | 幸好没有任何人员受伤
                    INJURY         | DENIED | 没有造成任何人员死亡、受伤
                    INJURY         | FEARED | 有没有人受伤？
                    INJURY         | FEARED | 差点受伤
                    INJURY         | FEARED | 万一孩子摔倒受伤怎么办
                    INJURY         | FEARED | 锐边容易割伤手
                    INJURY         | PAST   | 去年骑车右手受伤，不能干重活
                    INJURY         | PAST   | 以前用你们的水壶手被烫伤
                    INJURY         | STATED | 十分钟以前手被水壶烫伤
                    INJURY         | STATED | 今天和去年一样又有人受伤
                    DEATH          | STATED | 三名工人当场死亡
                    DEATH          | STATED | 楼塌了，闹出人命
                    DEATH          | DENIED | 未造成人员伤亡
                    DEATH          | DENIED | 火灾没有造成人员伤亡
                    FIRE           | STATED | 充电宝在飞机上起火
                    FIRE           | STATED | 没有人受伤，但是车子烧毁了
                    FIRE           | DENIED | 并没有起火
                    FIRE           | FEARED | 充电器发烫，担心会起火
                    FIRE           | FEARED | 一旦发生火灾，消防车进不去
                    FIRE           | FEARED | 楼道堆满杂物，存在火灾隐患
                    EXPLOSION      | STATED | 高压锅突然爆炸，锅盖飞到天花板
                    EXPLOSION      | STATED | 手机电池炸了
                    EXPLOSION      | FEARED | 真的要等爆炸发生了才来亡羊补牢吗
                    ELECTRIC_SHOCK | STATED | 洗衣机漏电
                    ELECTRIC_SHOCK | STATED | 物业一直没有处理漏电
                    ELECTRIC_SHOCK | STATED | 洗衣機漏電，我媽媽觸電
                    ELECTRIC_SHOCK | FEARED | 一旦发生漏电事故，后果不堪设想
                    POISONING      | STATED | 吃了你们的凉菜全家食物中毒
                    POISONING      | STATED | 十一位宾客吃了以后陆续呕吐
                    DANGER         | STATED | 电梯突然坠落，三人被困
                    DANGER         | STATED | 厨房燃气泄漏，味道很大
                    DANGER         | STATED | 宿舍楼倒塌，还有人在里面
                    DANGER         | STATED | 高速上刹车突然失灵
                    DANGER         | FEARED | 墙体开裂，房屋随时可能倒塌
                    VIOLENCE       | STATED | 保安动手打人
                    VIOLENCE       | STATED | 业委会一名女成员被打，行动有预谋
                    VIOLENCE       | DENIED | 保安没有打人
                    RISK           | DENIED | 经检查没有安全隐患
                    MEDIA          | FEARED | 再不解决我就找记者曝光
                    MEDIA          | DENIED | 我没有找记者
                    """)
    void a_sentence_states_fears_or_denies(Signal signal, Standing standing, String sentence) {
        assertThat(standings(signal, sentence)).contains(standing);
    }

    @ParameterizedTest(name = "{0} is not in: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    FIRE            | 这家店生意火爆
                    FIRE            | 我们坐火车回来
                    FIRE            | 我的生活水深火热
                    FIRE            | 客服的回答让人恼火
                    EXPLOSION       | 这是爆炸性新闻，我的电话被打爆
                    EXPLOSION       | 肺都气炸了
                    DEATH           | 手机死机了
                    DEATH           | 打死也不买你们的东西
                    DEATH           | 池塘里的鱼死了
                    DEATH           | 排队累死人
                    INJURY          | 你们太伤人心，我很伤心
                    POISONING       | 房间已经消毒
                    POISONING       | 电脑中毒，数据没了
                    VIOLENCE        | 说话总是被打断
                    VIOLENCE        | 生活被打扰
                    SELF_HARM_THREAT| 今天全场跳楼价
                    VIOLENCE_THREAT | 打死我也不来了
                    DANGER          | 客户情绪失控
                    MEDIA           | 照片过度曝光
                    """)
    void a_false_friend_is_no_signal(Signal signal, String sentence) {
        assertThat(standings(signal, sentence)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SELF_HARM_THREAT | 不解决我就从你们楼上跳楼
                    VIOLENCE_THREAT  | 不赔钱我就砍死你们
                    LAWSUIT          | 我已经委托律师起诉
                    REGULATOR        | 不解决就打12315
                    REGULATOR        | 已向市场监督管理局投诉
                    GROUP            | 全体业主联名反映
                    REPEATED_CONTACT | 我已经投诉过三次，没人理
                    COMPENSATION     | 要求赔偿误工费
                    FRAUD            | 我的银行卡被盗刷
                    PRIVACY_LEAK     | 你们泄露了我的个人信息
                    RUDE_STAFF       | 柜台人员态度恶劣
                    DELIVERY_DELAY   | 下单十天还没发货
                    BILLING          | 物业乱收费
                    NOISE            | 工地夜间施工，噪音扰民
                    REFUND           | 请退款
                    FOOD_SAFETY      | 面包里吃出虫子
                    DISRUPTION       | 家属在门口拉横幅
                    QUESTION         | 请问营业时间是几点
                    SUGGESTION       | 建议增加一个自助柜台
                    GRIEVANCE        | 我要投诉
                    """)
    void a_sentence_speaks_of_it(Signal signal, String sentence) {
        assertThat(TEXTS.read("", sentence).signals()).containsKey(signal);
    }

    @Test
    void a_match_keeps_the_very_words_traditional_ones_too() {
        var signals = TEXTS.read("", "洗衣機漏電，我媽媽觸電受傷了").signals();

        assertThat(signals)
                .containsEntry(Signal.ELECTRIC_SHOCK, List.of("漏電", "觸電"))
                .containsEntry(Signal.INJURY, List.of("受傷"));
    }

    @Test
    void feared_harm_is_a_risk_and_denied_harm_is_nothing() {
        assertThat(TEXTS.read("", "担心会起火").signals()).containsOnlyKeys(Signal.RISK);
        assertThat(TEXTS.read("", "没有起火").signals()).isEmpty();
    }

    @Test
    void the_subject_line_counts_more_than_the_description() {
        var reading = TEXTS.read("噪音扰民", "小区业主希望社区和政府来学校附近看看");

        assertThat(reading.topic()).contains(Signal.NOISE);
    }

    private static List<Standing> standings(Signal signal, String sentence) {
        return TEXTS.read("", sentence).sightings().stream()
                .filter(sighting -> sighting.signal() == signal)
                .map(Sighting::standing)
                .toList();
    }
}
