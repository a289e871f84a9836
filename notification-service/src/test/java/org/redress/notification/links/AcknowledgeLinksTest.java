package org.redress.notification.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
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
    void a_link_of_ours_is_good_for_its_message_until_it_expires() {
        var token = token(links("1", KEY, Map.of(), NOW).to(MESSAGE, NOW));

        assertThat(links("1", KEY, Map.of(), NOW.plus(Duration.ofHours(23))).judge(token))
                .isEqualTo(new LinkVerdict.Valid(MESSAGE));
        assertThat(links("1", KEY, Map.of(), NOW.plus(Duration.ofHours(24))).judge(token))
                .isEqualTo(new LinkVerdict.Expired(MESSAGE));
    }

    @Test
    void the_same_message_has_the_same_link_however_often_it_is_written() {
        var links = links("1", KEY, Map.of(), NOW);

        assertThat(links.to(MESSAGE, NOW)).isEqualTo(links.to(MESSAGE, NOW));
    }

    @Test
    void no_character_of_a_link_can_be_changed() {
        var links = links("1", KEY, Map.of(), NOW);
        var token = token(links.to(MESSAGE, NOW));

        assertThat(IntStream.range(0, token.length()).mapToObj(at -> changed(token, at)))
                .allSatisfy(forged ->
                        assertThat(links.judge(forged)).isEqualTo(new LinkVerdict.Forged()));
    }

    @Test
    void a_link_signed_by_an_earlier_key_is_good_as_long_as_that_key_is_named() {
        var token = token(links("1", KEY, Map.of(), NOW).to(MESSAGE, NOW));

        assertThat(links("2", key(2), Map.of("1", KEY), NOW).judge(token))
                .isEqualTo(new LinkVerdict.Valid(MESSAGE));
        assertThat(links("2", key(2), Map.of(), NOW).judge(token))
                .isEqualTo(new LinkVerdict.Forged());
    }

    @Test
    void a_key_under_another_id_signs_nothing_for_it() {
        var token = token(links("1", KEY, Map.of(), NOW).to(MESSAGE, NOW));

        assertThat(links("2", KEY, Map.of("1", key(2)), NOW).judge(token.replace("1.", "2.")))
                .isEqualTo(new LinkVerdict.Forged());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "1..", "1.AA.AA", "1.ä.ö", "x.y.z", "1.%00.a", "a.b.c.d"})
    void rubbish_is_forged(String token) {
        assertThat(links("1", KEY, Map.of(), NOW).judge(token)).isEqualTo(new LinkVerdict.Forged());
    }

    @Test
    void a_short_key_is_refused_at_the_start() {
        assertThatThrownBy(() -> links("1", "c2hvcnQ=", Map.of(), NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_new_link_is_signed_with_the_key_in_use() {
        var token = token(links("2", key(2), Map.of("1", KEY), NOW).to(MESSAGE, NOW));

        assertThat(token).startsWith("2.");
        assertThat(links("2", key(2), Map.of(), NOW).judge(token))
                .isEqualTo(new LinkVerdict.Valid(MESSAGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "seventeen-letters", "ключ"})
    void an_id_that_could_not_be_part_of_a_token_is_refused_at_the_start(String id) {
        assertThatThrownBy(() -> links(id, KEY, Map.of(), NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_earlier_key_under_the_id_of_the_one_in_use_signs_nothing() {
        var token = token(links("1", KEY, Map.of("1", key(2)), NOW).to(MESSAGE, NOW));

        assertThat(links("1", KEY, Map.of(), NOW).judge(token))
                .isEqualTo(new LinkVerdict.Valid(MESSAGE));
    }

    @Test
    void a_token_of_another_length_is_forged_though_it_is_signed() {
        var links = links("1", KEY, Map.of(), NOW);
        var tail = links.mark("x");

        assertThat(links.judge("1." + "A".repeat(200) + ".AA")).isEqualTo(new LinkVerdict.Forged());
        assertThat(links.judge("1.AAAA." + url(tail))).isEqualTo(new LinkVerdict.Forged());
    }

    @Test
    void a_mark_tells_nothing_without_the_key_and_the_same_for_the_same_text() {
        var mark = links("1", KEY, Map.of(), NOW).mark("emma@example.com");

        assertThat(mark)
                .hasSize(32)
                .isEqualTo(links("1", KEY, Map.of(), NOW).mark("emma@example.com"))
                .isNotEqualTo(links("1", KEY, Map.of(), NOW).mark("emma@example.org"))
                .isNotEqualTo(links("1", key(2), Map.of(), NOW).mark("emma@example.com"));
    }

    @Test
    void a_mark_of_what_a_link_claims_signs_no_link() {
        var links = links("1", KEY, Map.of(), NOW);
        var letters = new UUID(0x4142434445464748L, 0x494a4b4c4d4e4f50L);
        var dueAt = Instant.ofEpochSecond(0x6a7a7a7a).minus(Duration.ofHours(24));

        var parts = token(links.to(letters, dueAt)).split("\\.", -1);

        var claim = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        assertThat(url(links.mark(claim))).isNotEqualTo(parts[2]);
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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
