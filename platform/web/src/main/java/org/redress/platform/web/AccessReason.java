package org.redress.platform.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLDecoder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.text.PlainTexts;

/**
 * Why the caller reads what they read: the header {@value #HEADER}, one line in UTF-8, as it is or
 * percent-encoded.
 */
@RequestScoped
class AccessReason {

    static final String HEADER = "Access-Reason";

    private static final int MAX_LENGTH = 200;

    private final HttpHeaders headers;

    AccessReason(HttpHeaders headers) {
        this.headers = headers;
    }

    /** The reason, null where none is given; a header that is no line of text is refused. */
    @Nullable String stated() {
        var header = headers.getHeaderString(HEADER);
        if (header == null) {
            return null;
        }
        var reason = decoded(header);
        if (!PlainTexts.isLine(reason) || Objects.requireNonNull(reason).length() > MAX_LENGTH) {
            throw Problem.badField(HEADER, "must be one line of at most 200 characters")
                    .asException();
        }
        return reason;
    }

    void require() {
        if (stated() == null) {
            throw Problem.badField(HEADER, "is missing").code("reason-required").asException();
        }
    }

    private static @Nullable String decoded(String header) {
        // A server reads headers byte by byte; what was sent as UTF-8 is put together again.
        var text =
                header.chars().allMatch(c -> c < 0x100)
                        ? new String(header.getBytes(ISO_8859_1), UTF_8)
                        : header;
        try {
            return text.indexOf('%') < 0
                    ? text
                    : URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
