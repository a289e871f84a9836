package org.redress.intake.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.intake.customers.Language;

class PromisePolicyTest {

    private static final Instant REGISTERED_AT = Instant.parse("2026-11-21T06:00:00Z");

    private final PromisePolicy policy =
            new PromisePolicy(
                    terms(5, 24, 72),
                    terms(5, 2, 24),
                    Map.of("SUGGESTION_BOX", terms(1_440, 72, 168), "CHAT", terms(1, 1, 48)));

    @ParameterizedTest
    @CsvSource({
        "HOTLINE,        false, PT5M,  PT24H, PT72H",
        "HOTLINE,        true,  PT5M,  PT2H,  PT24H",
        "SUGGESTION_BOX, false, PT24H, PT72H, PT168H",
        "SUGGESTION_BOX, true,  PT5M,  PT2H,  PT24H",
        "CHAT,           true,  PT1M,  PT1H,  PT24H"
    })
    void a_channel_has_its_terms_and_urgency_caps_them(
            String channel,
            boolean urgent,
            Duration acknowledgment,
            Duration firstResponse,
            Duration resolution) {
        // when
        Timetable timetable = policy.promise(channel, urgent, REGISTERED_AT);

        // then
        assertThat(timetable.promises())
                .containsExactly(
                        new Promise(
                                Milestone.ACKNOWLEDGMENT,
                                REGISTERED_AT.plus(acknowledgment),
                                HeardFrom.CUSTOMER_SERVICE),
                        new Promise(
                                Milestone.FIRST_RESPONSE,
                                REGISTERED_AT.plus(firstResponse),
                                HeardFrom.RESPONSIBLE_UNIT),
                        new Promise(
                                Milestone.RESOLUTION,
                                REGISTERED_AT.plus(resolution),
                                HeardFrom.RESPONSIBLE_UNIT));
    }

    @Test
    void nobody_reads_out_seconds() {
        // when
        Timetable timetable = policy.promise("HOTLINE", false, REGISTERED_AT.plusMillis(1));

        // then
        assertThat(timetable.promises().getFirst().dueAt())
                .isEqualTo(Instant.parse("2026-11-21T06:06:00Z"));
    }

    @Test
    void terms_out_of_order_are_no_terms() {
        assertThatThrownBy(() -> terms(5, 24, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ZH_CN | ACKNOWLEDGMENT | true  | 客服中心将在11月21日14:05前通过电子邮件向您确认已收到您的反馈。",
                "ZH_CN | ACKNOWLEDGMENT | false | 客服中心将在11月21日14:05前向您确认已收到您的反馈。",
                "ZH_CN | FIRST_RESPONSE | true  | 责任部门将在11月21日14:05前与您联系，给您初步答复。",
                "ZH_CN | RESOLUTION     | true  | 责任部门将在11月21日14:05前告诉您处理结果。",
                "EN | ACKNOWLEDGMENT | true  | Customer service will confirm by e-mail by 14:05 on 21 November (GMT+8) that we have your feedback.",
                "EN | ACKNOWLEDGMENT | false | Customer service will confirm to you by 14:05 on 21 November (GMT+8) that we have your feedback.",
                "EN | FIRST_RESPONSE | true  | The responsible unit will contact you with a first answer by 14:05 on 21 November (GMT+8).",
                "EN | RESOLUTION     | true  | The responsible unit will tell you the outcome by 14:05 on 21 November (GMT+8)."
            })
    void the_agent_reads_the_promise_out_in_the_customers_language_and_the_tenants_time(
            Language language, Milestone milestone, boolean byMail, String sentence) {
        // given
        Wording wording = new Wording(language, ZoneId.of("Asia/Shanghai"));
        Promise promise =
                new Promise(
                        milestone,
                        Instant.parse("2026-11-21T06:05:00Z"),
                        HeardFrom.CUSTOMER_SERVICE);

        // then
        assertThat(wording.of(promise, byMail)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ZH_CN | 2026-11-21T17:44:00Z | 责任部门将在11月22日凌晨01:44前与您联系，给您初步答复。",
                "ZH_CN | 2026-11-21T15:30:00Z | 责任部门将在11月21日夜间23:30前与您联系，给您初步答复。",
                "ZH_CN | 2026-11-21T13:59:00Z | 责任部门将在11月21日21:59前与您联系，给您初步答复。",
                "ZH_CN | 2026-11-21T14:00:00Z | 责任部门将在11月21日夜间22:00前与您联系，给您初步答复。",
                "ZH_CN | 2026-11-21T16:00:00Z | 责任部门将在11月22日凌晨00:00前与您联系，给您初步答复。",
                "ZH_CN | 2026-11-21T22:59:00Z | 责任部门将在11月22日凌晨06:59前与您联系，给您初步答复。",
                "ZH_CN | 2026-11-21T23:00:00Z | 责任部门将在11月22日07:00前与您联系，给您初步答复。",
                "EN | 2026-11-21T17:44:00Z | The responsible unit will contact you with a first answer by 01:44 at night on 22 November (GMT+8)."
            })
    void a_promise_that_falls_into_the_night_says_so(
            Language language, Instant dueAt, String sentence) {
        Promise promise = new Promise(Milestone.FIRST_RESPONSE, dueAt, HeardFrom.RESPONSIBLE_UNIT);

        assertThat(new Wording(language, ZoneId.of("Asia/Shanghai")).of(promise, true))
                .isEqualTo(sentence);
    }

    @Test
    void whoever_may_be_in_danger_hears_first_what_to_do_in_either_language() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        assertThat(new Wording(Language.ZH_CN, zone).safety()).contains("停止使用", "断开电源", "就医");
        assertThat(new Wording(Language.EN, zone).safety())
                .contains("do not use it", "unplug", "see a doctor");
    }

    private static Terms terms(
            int acknowledgmentMinutes, int firstResponseHours, int resolutionHours) {
        return new Terms(
                Duration.ofMinutes(acknowledgmentMinutes),
                Duration.ofHours(firstResponseHours),
                Duration.ofHours(resolutionHours));
    }
}
