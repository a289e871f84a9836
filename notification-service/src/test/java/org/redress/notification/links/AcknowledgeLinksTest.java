package org.redress.notification.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcknowledgeLinksTest {
    private static final Instant NOW = Instant.parse("2026-11-20T19:07:12Z");
    private static final UUID MESSAGE = UUID.fromString("01a1fcb7-44e6-7991-8117-3bb32ff48bd1");
    private static final String KEY = key(1);

    @Test
    void aLinkOfOursIsGoodForItsMessageUntilItExpires() {
        var token = token(links("1", KEY, Map.of(), NOW).to(MESSAGE, NOW));

        assertThat(links("1", KEY, Map.of(), NOW.plus(Duration.ofHours(23))).judge(token))
                .isEqualTo(new LinkVerdict.Valid(MESSAGE));
        assertThat(links("1", KEY, Map.of(), NOW.plus(Duration.ofHours(24))).judge(token))
                .isEqualTo(new LinkVerdict.Expired(MESSAGE));
    }

    @Test
    void theSameMessageHasTheSameLinkHoweverOftenItIsWritten() {
        var links = links("1", KEY, Map.of(), NOW);

        assertThat(links.to(MESSAGE, NOW)).isEqualTo(links.to(MESSAGE, NOW));
    }

    @Test
    void noCharacterOfALinkCanBeChanged() {
        var links = links("1", KEY, Map.of(), NOW);
        var token = token(links.to(MESSAGE, NOW));

        assertThat(IntStream.range(0, token.length()).mapToObj(at -> changed(token, at)))
                .allSatisfy(forged ->
                        assertThat(links.judge(forged)).isEqualTo(new LinkVerdict.Forged()));
    }

    @Test
    void aLinkSignedByAnEarlierKeyIsGoodAsLongAsThatKeyIsNamed() {
        var token = token(links("1", KEY, Map.of(), NOW).to(MESSAGE, NOW));

        assertThat(links("2", key(2), Map.of("1", KEY), NOW).judge(token))
                .isEqualTo(new LinkVerdict.Valid(MESSAGE));
        assertThat(links("2", key(2), Map.of(), NOW).judge(token))
                .isEqualTo(new LinkVerdict.Forged());
    }

    @Test
    void aKeyUnderAnotherIdSignsNothingForIt() {
        var token = token(links("1", KEY, Map.of(), NOW).to(MESSAGE, NOW));

        assertThat(links("2", KEY, Map.of("1", key(2)), NOW).judge(token.replace("1.", "2.")))
                .isEqualTo(new LinkVerdict.Forged());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "1..", "1.AA.AA", "1.ä.ö", "x.y.z", "1.%00.a", "a.b.c.d"})
    void rubbishIsForged(String token) {
        assertThat(links("1", KEY, Map.of(), NOW).judge(token)).isEqualTo(new LinkVerdict.Forged());
    }

    @Test
    void aShortKeyIsRefusedAtTheStart() {
        assertThatThrownBy(() -> links("1", "c2hvcnQ=", Map.of(), NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String changed(String token, int at) {
        var other = token.charAt(at) == 'A' ? 'B' : 'A';
        return token.substring(0, at) + other + token.substring(at + 1);
    }

    private static String token(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private static String key(int seed) {
        var key = new byte[32];
        key[0] = (byte) seed;
        return Base64.getEncoder().encodeToString(key);
    }

    private static AcknowledgeLinks links(
            String id, String key, Map<String, String> earlier, Instant now) {
        return new AcknowledgeLinks(
                new Keys(id, key, earlier, Duration.ofHours(24)),
                "https://redress.example",
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private record Keys(
            String keyId, String key, Map<String, String> earlierKeys, Duration lifetime)
            implements LinkKeys {}
}
