package org.redress.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.WebApplicationException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.redress.platform.web.text.Moments;
import org.redress.platform.web.text.PlainTexts;

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
     * @throws WebApplicationException (a 400 problem naming {@code cursor}) if it is not one of
     *     ours with that many keys
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
        throw foreign();
    }

    /**
     * The sort keys again, to be read as what they are.
     *
     * @throws WebApplicationException (a 400 problem naming {@code cursor}) if it is not one of
     *     ours with that many keys
     */
    public static Keys keys(String cursor, int sortKeys) {
        return new Keys(decode(cursor, sortKeys));
    }

    /** Sort keys that somebody sent: each is what it is read as, or the cursor is refused. */
    public static final class Keys {

        private final List<String> keys;

        private Keys(List<String> keys) {
            this.keys = keys;
        }

        /** A text that any store keeps. */
        public String text(int index) {
            return read(index, Function.identity(), PlainTexts::isStorable);
        }

        /** A moment of the years 2000 to 2100. */
        public Instant instant(int index) {
            return read(index, Instant::parse, Moments::isSensible);
        }

        /** An id. */
        public UUID uuid(int index) {
            return read(index, UUID::fromString, id -> id.toString().equals(keys.get(index)));
        }

        /** A whole number. */
        public long number(int index) {
            return read(index, Long::valueOf, _ -> true);
        }

        private <T> T read(int index, Function<String, T> form, Predicate<T> fits) {
            try {
                var key = form.apply(keys.get(index));
                if (fits.test(key)) {
                    return key;
                }
            } catch (IllegalArgumentException | DateTimeException _) {
                // answered below, like a key out of range
            }
            throw foreign();
        }
    }

    private static WebApplicationException foreign() {
        return Problem.badField("cursor", "was not given out by this list").asException();
    }
}
