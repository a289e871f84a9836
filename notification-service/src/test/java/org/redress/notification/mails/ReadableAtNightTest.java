package org.redress.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every mail and page owes a reader who is woken at three in the morning. */
class ReadableAtNightTest {
    private static final Pattern FONT_SIZE = Pattern.compile("font-size: ?(\\d+)px");
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?i)<img|<script|<link|@import|url\\(");

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.redress.notification.mails.EveryMailAndPage#all")
    void no_letter_is_small_the_dark_is_known_and_nothing_is_loaded_from_elsewhere(
            String name, String html) {
        assertThat(FONT_SIZE.matcher(html).results().map(ReadableAtNightTest::pixels))
                .isNotEmpty()
                .allMatch(size -> size >= 16);
        assertThat(html)
                .contains("prefers-color-scheme: dark", "width=device-width", "<html lang=\"")
                .doesNotContain("{#", "{/", "NOT_FOUND")
                .doesNotContainPattern(ELSEWHERE);
    }

    private static int pixels(MatchResult size) {
        return Integer.parseInt(size.group(1));
    }
}
