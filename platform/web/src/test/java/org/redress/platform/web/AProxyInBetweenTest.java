package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Here the proxy at 127.0.0.2 is trusted, and no other address of the machine. */
@WithDoors
class AProxyInBetweenTest {

    private static final String PROXY = "127.0.0.2";
    private static final int MORE_THAN_THE_BURST = 40;

    @Test
    void is_not_taken_for_its_clients() {
        // when
        var statuses =
                IntStream.range(0, MORE_THAN_THE_BURST)
                        .map(i -> statusFrom(PROXY, "203.0.113." + i));

        // then
        assertThat(statuses).containsOnly(200);
    }

    @Test
    void tells_one_client_by_what_it_saw_and_not_by_what_the_client_wrote() {
        // when
        var statuses =
                IntStream.range(0, MORE_THAN_THE_BURST)
                        .map(i -> statusFrom(PROXY, "192.0.2." + i + ", 198.51.100.1"))
                        .toArray();

        // then
        assertThat(statuses).startsWith(200).contains(429);
        assertThat(statusFrom(PROXY, "198.51.100.2")).isEqualTo(200);
    }

    @Test
    void that_nobody_trusts_is_not_believed() {
        // when
        var statuses =
                IntStream.range(0, MORE_THAN_THE_BURST)
                        .map(i -> statusFrom("127.0.0.3", "203.0.113." + i));

        // then
        assertThat(statuses).contains(200, 429);
    }

    private static int statusFrom(String address, String forwarded) {
        var answer =
                RawHttp.exchangeFrom(
                        address,
                        "GET /shelf/open/t HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-Forwarded-For: "
                                + forwarded
                                + "\r\n\r\n");
        return Integer.parseInt(answer.substring(9, 12));
    }
}
