package org.redress.platform.web.text;

import java.net.IDN;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses mail is sent to: a dot-atom (RFC 5322 §3.2.3) before the at sign, a domain of at
 * least two labels behind it (RFC 5321 §4.1.2). Narrower than the RFCs where the wider form serves
 * only whoever probes a mail system: no quoted local part, no domain literal, no pipe, slash,
 * percent or back quote.
 */
public final class MailAddresses {

    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$&'*+=?^_{}~-]++(?:\\.[A-Za-z0-9!#$&'*+=?^_{}~-]++)*+");
    private static final Pattern DOMAIN =
            Pattern.compile(
                    "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    private MailAddresses() {}

    /** Whether mail can be sent there, as far as the address itself tells. */
    public static boolean isDeliverable(@Nullable String address) {
        if (address == null || address.length() > MAX_LENGTH) {
            return false;
        }
        int at = address.lastIndexOf('@');
        return at > 0
                && at <= MAX_LOCAL
                && LOCAL.matcher(address.substring(0, at)).matches()
                && isDomain(address.substring(at + 1), MAX_LENGTH - at - 1);
    }

    private static boolean isDomain(String domain, int longest) {
        try {
            var ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
            return ascii.length() <= longest && DOMAIN.matcher(ascii).matches();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
