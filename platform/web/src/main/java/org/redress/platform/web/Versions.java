package org.redress.platform.web;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags from version numbers, so that nobody changes what they have not seen (RFC 9110 §13).
 */
public final class Versions {

    private static final int PRECONDITION_REQUIRED = 428;

    private Versions() {}

    /** The strong entity tag of a version. */
    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * Compares an {@code If-Match} header with the present version.
     *
     * @return 428 where the header is missing, 412 where it is not the present version, else
     *     nothing
     */
    public static Optional<Response> mismatch(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return Optional.of(
                    Problem.of(
                                    PRECONDITION_REQUIRED,
                                    "Send If-Match with the ETag that you last read.")
                            .violation("If-Match", "is missing")
                            .asResponse());
        }
        if (ifMatch.strip().equals("*") || ifMatch.strip().equals("\"" + version + "\"")) {
            return Optional.empty();
        }
        return Optional.of(
                Problem.of(
                                Status.PRECONDITION_FAILED,
                                "It has changed since you read it; read it again.")
                        .violation("If-Match", "is not the present version")
                        .asResponse());
    }
}
