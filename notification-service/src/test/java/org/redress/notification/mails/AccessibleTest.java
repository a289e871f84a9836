package org.redress.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader needs who sees little, hears the mail read out, or reads it in the dark (WCAG). */
class AccessibleTest {
    private static final String ALL = "org.redress.notification.mails.EveryMailAndPage#all";
    private static final double AA = 4.5;
    private static final Pattern HEADING = Pattern.compile("<h([1-6])");
    private static final Pattern MAIN = Pattern.compile("<main|role=\"main\"");
    private static final Pattern TITLE = Pattern.compile("<title>[^<]*\\S[^<]*</title>");
    private static final Pattern TAPPED =
            Pattern.compile("(?s)<(a|button|summary)\\b[^>]*>(.*?)</\\1>");

    @ParameterizedTest(name = "{0}")
    @MethodSource(ALL)
    void every_text_stands_out_from_its_ground_in_the_light_and_in_the_dark(
            String name, String html) {
        for (var dark : new boolean[] {false, true}) {
            assertThat(PaintedText.of(html, dark))
                    .as(dark ? "in the dark" : "in the light")
                    .isNotEmpty()
                    .allSatisfy(text ->
                            assertThat(text.contrast())
                                    .as(text.toString())
                                    .isGreaterThanOrEqualTo(AA));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(ALL)
    void it_has_a_language_a_title_one_main_part_and_headings_in_their_order(
            String name, String html) {
        var language = name.endsWith(".en") ? "en" : "zh-CN";
        var headings = HEADING.matcher(html).results().map(level -> level.group(1)).toList();

        assertThat(html).contains("<html lang=\"" + language + "\"").containsPattern(TITLE);
        assertThat(MAIN.matcher(html).results()).hasSize(1);
        assertThat(headings).startsWith("1");
        assertThat(headings.subList(1, headings.size())).allMatch("2"::equals);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(ALL)
    void what_is_tapped_says_what_it_does(String name, String html) {
        assertThat(TAPPED.matcher(html).results().map(tapped -> tapped.group(2)))
                .noneMatch(String::isBlank);
    }

    @Test
    void what_is_pale_is_found() {
        var pale =
                """
                <style>:root { --soft: #777777; } .soft { color: var(--soft); }
                @media (prefers-color-scheme: dark) { .room { background: #000000 !important; } }
                </style><body class="room" style="background:#ffffff"><p class="soft">a</p></body>
                """;

        assertThat(PaintedText.of(pale, false).getFirst().contrast()).isBetween(4.4, 4.5);
        assertThat(PaintedText.of(pale, true).getFirst().contrast()).isBetween(4.6, 4.8);
    }
}
