package org.redress.triage.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.triage.signals.Sighting.Standing;

/**
 * The longest text that a case may have holds up nobody, whatever it says. What grows with the
 * square of the length would take 256 times as long for 16 times the length.
 */
class ALongTextIsReadInLinearTimeTest {

    private static final int SHORT = 2_000;
    private static final int LONG = 32_000;
    private static final int MOST_TIMES_AS_LONG = 80;
    private static final long TOO_SHORT_TO_COMPARE = 2_000_000;
    private static final TextSignals TEXTS = new TextSignals();

    static Stream<String> repeated() {
        return Stream.of(
                "火灾",
                "没有火灾",
                "没有人受伤，",
                "火灾。",
                "没有人",
                "不是",
                "电池",
                "送进医院",
                "呼吸困难",
                "第一次投诉",
                "电",
                "電",
                "人",
                "the fire ",
                "not in the fire ",
                "not report of ",
                "not not ",
                "nobody injured, ",
                "in the ",
                "burst phone ",
                "shocked me ",
                "got sick eating ",
                "can't ",
                "a",
                "İ",
                "a\u0301",
                "\u0301",
                "😀",
                "1",
                "x'",
                "!?",
                "，。",
                "…",
                "\n",
                " ",
                "\\E",
                "*",
                "\ud800",
                "\u0000");
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void sixteen_times_the_text_takes_about_sixteen_times_as_long(String unit) {
        assertGrowsWithItsLength("火灾 fire " + unit.repeat(LONG / unit.length() + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "没有人受伤火灾如果会可能去年的不是难道",
                "not no fire injury report of in the nobody was might caught phone exploded years ago",
                "火灾 caught fire 没有 not 1 ！ ? \u0301 😀 can't"
            })
    void so_does_any_mixture(String words) {
        var random = new Random(20_261_124);
        var choices = words.contains(" ") ? words.split(" ", -1) : words.split("", -1);
        var text = new StringBuilder("火灾 fire ");
        while (text.length() < LONG) {
            text.append(choices[random.nextInt(choices.length)])
                    .append(words.contains(" ") ? " " : "");
        }

        assertGrowsWithItsLength(text.toString());
    }

    @Test
    void every_mention_is_seen_and_judged_as_it_would_be_alone() {
        var reading = TEXTS.read("", "没有火灾".repeat(LONG / 4));

        assertThat(reading.sightings()).hasSize(LONG / 4).allMatch(Sighting::denied);
    }

    @Test
    void a_denial_may_be_denied_as_often_as_one_likes() {
        var odd = TEXTS.read("", "不是".repeat(9_999) + "火灾");
        var even = TEXTS.read("", "不是".repeat(10_000) + "火灾");

        assertThat(odd.sightings())
                .singleElement()
                .extracting(Sighting::standing)
                .isEqualTo(Standing.DENIED);
        assertThat(even.sightings())
                .singleElement()
                .extracting(Sighting::standing)
                .isEqualTo(Standing.STATED);
    }

    @Test
    void a_quotation_stays_short_where_spaces_or_a_word_run_on() {
        var spaces = TEXTS.read("", "it caught" + " ".repeat(LONG - 100) + "fire");
        var word = TEXTS.read("", "the phone x'" + "a".repeat(LONG - 100) + " exploded");

        assertThat(spaces.sightings()).extracting(Sighting::words).contains("caught fire");
        assertThat(word.sightings())
                .isNotEmpty()
                .allSatisfy(seen -> assertThat(seen.words()).hasSizeLessThan(200));
    }

    private static void assertGrowsWithItsLength(String text) {
        long forShort =
                Math.max(
                        fastest(text.substring(0, SHORT), TOO_SHORT_TO_COMPARE),
                        TOO_SHORT_TO_COMPARE);
        long most = MOST_TIMES_AS_LONG * forShort;

        assertThat(fastest(text.substring(0, LONG), most)).isLessThan(most);
    }

    /** The least processor time of three tries, in nanoseconds; fewer where one was fast enough. */
    private static long fastest(String text, long enough) {
        var threads = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int tries = 0; tries < 3 && least >= enough; tries++) {
            long begin = threads.getCurrentThreadCpuTime();
            TEXTS.read("", text);
            least = Math.min(least, threads.getCurrentThreadCpuTime() - begin);
        }
        return least;
    }
}
