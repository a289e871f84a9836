package org.redress.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.notification.mails.Samples.HE_JING;
import static org.redress.notification.mails.Samples.LINK;
import static org.redress.notification.mails.Samples.NAMES;
import static org.redress.notification.mails.Samples.NOW;
import static org.redress.notification.mails.Samples.ZHANG_LEI;

import org.junit.jupiter.api.Test;
import org.redress.notification.cases.KnownCase;
import org.redress.notification.cases.Mode;
import org.redress.notification.recipients.Language;
import org.redress.notification.recipients.StaffMember;

class PageMailTest {
    @Test
    void the_subject_says_how_bad_it_is_what_it_is_and_by_when() {
        assertThat(page(Samples.kettle(), ZHANG_LEI, Mode.REAL).subject())
                .isEqualTo("【特别重大】电热水壶漏电，母亲被电伤——请于 03:12 前确认（C-20261121-000420）");
        assertThat(page(Samples.powerBank(), HE_JING, Mode.REAL).subject())
                .isEqualTo(
                        "[Critical] Power bank caught fire on a night train – acknowledge by 03:12"
                                + " (C-20261121-000420)");
    }

    @Test
    void the_body_says_what_happened_why_it_comes_to_the_reader_and_how_long_they_have() {
        var mail = page(Samples.powerBank(), HE_JING, Mode.REAL);

        assertThat(mail.text())
                .contains(
                        "You have until 03:12 (5 minutes), then it goes to the next person.",
                        LINK,
                        "burst into flames in our sleeping compartment",
                        "Place: Night train near Lyon, France",
                        "Product: PB-20K · B20260711",
                        "He Jing, you are the duty officer (A) of Quality Management. Step 1.",
                        "- Fire: always critical",
                        "Seen in the text: \"burst into flames\", \"smoke\", \"newspaper\"");
        assertThat(mail.html()).contains("href=\"" + LINK + "\"", "“burst into flames”");
    }

    @Test
    void the_reasons_are_in_the_readers_language() {
        assertThat(page(Samples.kettle(), ZHANG_LEI, Mode.REAL).text())
                .contains("有人受伤或有危险，一律为特别重大")
                .doesNotContain("always critical", "personal-safety");
    }

    @Test
    void a_clock_that_has_run_out_is_late_since_then() {
        var breach = Samples.page("CLOCK_BREACH", "UNIT_RECEIPT", NOW.plusSeconds(300));

        var mail =
                Samples.writer()
                        .page(breach, Samples.powerBank(), HE_JING, Mode.REAL, LINK, NAMES, NOW);

        assertThat(mail.text()).contains("Late: receipt by the unit, due since 02:42");
    }

    @Test
    void the_very_end_of_the_time_is_late() {
        var ended = Samples.page("SEVERITY", null, NOW);

        var mail =
                Samples.writer()
                        .page(ended, Samples.powerBank(), HE_JING, Mode.REAL, LINK, NAMES, NOW);

        assertThat(mail.text()).contains("Your time ended at 03:07");
    }

    @Test
    void nothing_that_a_customer_wrote_is_a_link() {
        var evil =
                Samples.about(Language.EN, "see www.evil.example", "or write to eve@evil.example");

        var mail = page(evil, HE_JING, Mode.REAL);

        assertThat(mail.subject()).contains("www[.]evil[.]example");
        assertThat(mail.text() + mail.html())
                .contains("eve[@]evil[.]example")
                .doesNotContain("evil.example");
    }

    @Test
    void an_exercise_is_marked_in_subject_and_body() {
        var drill = page(Samples.kettle(), ZHANG_LEI, Mode.DRILL);
        var test = page(Samples.powerBank(), HE_JING, Mode.TEST);

        assertThat(drill.subject()).startsWith("【演练】");
        assertThat(drill.text()).startsWith("【演练】");
        assertThat(drill.html()).contains("【演练】");
        assertThat(test.subject()).startsWith("[TEST]");
        assertThat(test.html()).contains("TEST – nothing has happened");
    }

    @Test
    void a_late_page_says_that_it_can_still_be_taken() {
        var late = Samples.page("SEVERITY", null, NOW.minusSeconds(60));

        // when
        var mail =
                Samples.writer()
                        .page(late, Samples.powerBank(), HE_JING, Mode.REAL, LINK, NAMES, NOW);

        // then
        assertThat(mail.text()).contains("Your time ended at 03:06").doesNotContain("0 minutes");
    }

    @Test
    void a_broken_promise_is_the_reason() {
        var breach = Samples.page("CLOCK_BREACH", "UNIT_RECEIPT", NOW.plusSeconds(1800));

        assertThat(
                        Samples.writer()
                                .page(
                                        breach,
                                        Samples.kettle(),
                                        ZHANG_LEI,
                                        Mode.REAL,
                                        LINK,
                                        NAMES,
                                        NOW)
                                .text())
                .contains("“部门签收”已超过时限", "还有 30 分钟");
    }

    @Test
    void an_erased_customers_case_is_still_paged_without_their_words() {
        var mail = page(Samples.erased(), ZHANG_LEI, Mode.REAL);

        assertThat(mail.subject()).contains("内容已按客户要求删除");
        assertThat(mail.html()).contains("C-20261121-000420").doesNotContain("母亲");
    }

    @Test
    void text_from_outside_is_neither_markup_nor_template_nor_header() {
        var evil =
                Samples.about(
                        Language.EN,
                        "<script>\r\nBcc: all@example.com\u2028{mode} \u202Edessap",
                        "\"><img src=x onerror=alert(1)> {config:property('x')}");

        // when
        var mail = page(evil, HE_JING, Mode.REAL);

        // then
        assertThat(mail.subject()).doesNotContain("\r", "\n", "\u2028", "\u202E");
        assertThat(mail.html())
                .doesNotContain("<script>", "<img")
                .contains("&lt;img src=x onerror=alert(1)&gt; {config:property(");
    }

    @Test
    void a_very_long_subject_of_a_case_leaves_room_for_the_time() {
        var long1 = Samples.about(Language.EN, "very ".repeat(200), "…");

        assertThat(page(long1, HE_JING, Mode.REAL).subject())
                .hasSizeLessThan(160)
                .contains("… – acknowledge by 03:12");
    }

    @Test
    void a_role_or_category_that_nobody_translated_is_shown_readably() {
        assertThat(Words.of(Language.EN).say("role", "shift-lead")).isEqualTo("shift lead");
        assertThat(Words.of(Language.EN).say("category", "NEW_ONE")).isEqualTo("NEW ONE");
        assertThat(Words.of(Language.ZH).say("unit", "hq/new-unit")).isEqualTo("new unit");
    }

    private static Mail page(KnownCase about, StaffMember reader, Mode mode) {
        return Samples.writer().page(Samples.page(), about, reader, mode, LINK, NAMES, NOW);
    }
}
