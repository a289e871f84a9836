package org.redress.platform.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientsBehindAProxyTest {

    private final Proxies proxies =
            new Proxies(List.of("10.0.0.0/8", "192.0.2.7", "2001:db8::/33"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a proxy that tells           | 10.1.2.3       | 203.0.113.9                      | 203.0.113.9
                    a stranger who tells         | 11.1.2.3       | 203.0.113.9                      | 11.1.2.3
                    a neighbour of the proxy     | 192.0.2.6      | 203.0.113.9                      | 192.0.2.6
                    a proxy that tells nothing   | 192.0.2.7      | ''                               | 192.0.2.7
                    what the client invented     | 10.1.2.3       | 198.51.100.1, 203.0.113.9        | 203.0.113.9
                    two proxies in a row         | 10.1.2.3       | 1.2.3.4, 203.0.113.9, 10.255.0.1 | 203.0.113.9
                    only proxies                 | 10.1.2.3       | 10.0.0.1, 10.0.0.2               | 10.0.0.1
                    nonsense before a proxy      | 10.1.2.3       | unknown, 10.0.0.2                | 10.0.0.2
                    a name is not looked up      | 10.1.2.3       | localhost                        | 10.1.2.3
                    with a port                  | 10.1.2.3       | 203.0.113.9:4711                 | 203.0.113.9
                    IPv6 in its short form       | 10.1.2.3       | 2003:db8::1                      | 2003:db8:0:0:0:0:0:1
                    IPv6 with a port             | 10.1.2.3       | [2003:db8::1]:4711               | 2003:db8:0:0:0:0:0:1
                    an IPv6 proxy                | 2001:db8:0:1:: | 203.0.113.9                      | 203.0.113.9
                    the other half of that net   | 2001:db8:8000:: | 203.0.113.9                     | 2001:db8:8000:0:0:0:0:0
                    IPv4 in IPv6's clothes       | ::ffff:10.1.2.3 | 203.0.113.9                     | 203.0.113.9
                    a scope is no part of it     | fe80::1%1      | ''                               | fe80:0:0:0:0:0:0:1
                    """)
    void are_known_as_far_as_trusted_proxies_tell(
            String who, String peer, String forwarded, String client) {
        assertThat(proxies.client(peer, List.of(forwarded))).as(who).isEqualTo(client);
    }

    @Test
    void are_known_by_the_last_of_several_headers() {
        assertThat(proxies.client("10.1.2.3", List.of("198.51.100.1", "203.0.113.9")))
                .isEqualTo("203.0.113.9");
        assertThat(proxies.client("10.1.2.3", List.of())).isEqualTo("10.1.2.3");
    }

    @Test
    void are_the_proxy_itself_where_none_is_trusted() {
        assertThat(new Proxies(List.of()).client("127.0.0.1", List.of("203.0.113.9")))
                .isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ingress", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::/129"})
    void are_not_guessed_at_when_the_setting_is_none(String network) {
        assertThatThrownBy(() -> new Proxies(List.of(network)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("web.trusted-proxies");
    }
}
