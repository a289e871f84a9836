package org.redress.platform.web.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tells a client's address behind proxies that are trusted ({@code web.trusted-proxies}).
 *
 * <p>Each proxy writes whom it saw at the end of {@code X-Forwarded-For}; what stands before that
 * may be the client's own invention. So the list is read from its end, and no further than trusted
 * proxies wrote it. The framework's {@code quarkus.http.proxy.*} believes its beginning.
 */
final class Proxies {

    private final List<Network> trusted;

    /** A network: its first address, and how many bits of it all of its addresses share. */
    private record Network(InetAddress first, int bits) {

        static Network of(String text) {
            var parts = text.strip().split("/", 2);
            var first = address(parts[0]).orElseThrow(() -> malformed(text));
            int all = first.getAddress().length * Byte.SIZE;
            int bits = parts.length == 1 ? all : number(parts[1], text);
            if (bits < 0 || bits > all) {
                throw malformed(text);
            }
            return new Network(first, bits);
        }

        boolean holds(InetAddress address) {
            byte[] mine = first.getAddress();
            byte[] other = address.getAddress();
            int whole = bits / Byte.SIZE;
            int rest = Byte.SIZE - bits % Byte.SIZE;
            return mine.length == other.length
                    && Arrays.equals(mine, 0, whole, other, 0, whole)
                    && (rest == Byte.SIZE
                            || (mine[whole] & 0xff) >> rest == (other[whole] & 0xff) >> rest);
        }

        private static int number(String bits, String text) {
            try {
                return Integer.parseInt(bits);
            } catch (NumberFormatException _) {
                throw malformed(text);
            }
        }

        private static IllegalArgumentException malformed(String text) {
            return new IllegalArgumentException(
                    "web.trusted-proxies: '%s' is neither an address nor a network such as 10.0.0.0/8"
                            .formatted(text));
        }
    }

    /**
     * Proxies at these addresses or in these networks.
     *
     * @throws IllegalArgumentException if one is neither
     */
    Proxies(List<String> networks) {
        trusted = networks.stream().map(Network::of).toList();
    }

    /**
     * The address of the client, as far as it can be believed.
     *
     * @param peer whose connection it is
     * @param forwarded the values of {@code X-Forwarded-For}, in their order
     */
    String client(String peer, List<String> forwarded) {
        var client = address(peer);
        var seen = String.join(",", forwarded).split(",", -1);
        for (int i = seen.length - 1; i >= 0 && client.filter(this::isTrusted).isPresent(); i--) {
            var before = address(withoutPort(seen[i].strip()));
            if (before.isEmpty()) {
                break;
            }
            client = before;
        }
        return client.map(InetAddress::getHostAddress).orElse(peer);
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.holds(address));
    }

    /** The address that a text is; nobody is asked what a name means. */
    private static Optional<InetAddress> address(String text) {
        try {
            var address = InetAddress.ofLiteral(text);
            return Optional.of(
                    address instanceof Inet6Address scoped && scoped.getScopeId() != 0
                            ? InetAddress.getByAddress(scoped.getAddress())
                            : address);
        } catch (IllegalArgumentException | UnknownHostException _) {
            return Optional.empty();
        }
    }

    /** {@code 192.0.2.1:4711} and {@code [2001:db8::1]:4711} as some proxies write it. */
    private static String withoutPort(String text) {
        if (text.startsWith("[") && text.indexOf(']') > 0) {
            return text.substring(1, text.indexOf(']'));
        }
        int colon = text.indexOf(':');
        return colon >= 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }
}
