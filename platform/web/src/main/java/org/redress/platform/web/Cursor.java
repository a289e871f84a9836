package org.redress.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.BadRequestException;
import java.util.Base64;
import java.util.List;

/** An opaque place in a list: the sort keys of the last item that was shown. */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    /** The place after an item with these sort keys. */
    public static String encode(String... sortKeys) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, sortKeys).getBytes(UTF_8));
    }

    /**
     * The sort keys again.
     *
     * @throws BadRequestException (a 400 problem naming {@code cursor}) if it is not one of ours
     *     with that many keys
     */
    public static List<String> decode(String cursor, int sortKeys) {
        try {
            var keys =
                    List.of(
                            new String(Base64.getUrlDecoder().decode(cursor), UTF_8)
                                    .split(SEPARATOR, -1));
            if (keys.size() == sortKeys) {
                return keys;
            }
        } catch (IllegalArgumentException _) {
            // answered below, like a cursor of another list
        }
        throw new BadRequestException(
                Problem.badField("cursor", "was not given out by this list").asResponse());
    }
}
