package org.redress.platform.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a creating request was answered, kept for whoever repeats it.
 *
 * @param request the digest of the request's body, sealed
 * @param subject whose key sealed request and body; null where the answer is about nobody
 * @param body sealed; null where there was none or nobody whom it is about
 */
record Answer(
        byte @Nullable [] request,
        int status,
        Map<String, String> headers,
        @Nullable UUID subject,
        byte @Nullable [] body) {

    private static final List<String> KEPT =
            List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_LOCATION);

    static Map<String, String> kept(Response answer) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : KEPT) {
            var value = answer.getHeaderString(name);
            if (value != null) {
                headers.put(
                        name,
                        name.equals(HttpHeaders.LOCATION)
                                ? RelativeLocation.withoutHost(value)
                                : value);
            }
        }
        return headers;
    }

    Response again(byte @Nullable [] openedBody) {
        var answer = Response.status(status);
        headers.forEach(answer::header);
        if (openedBody != null) {
            answer.type(MediaType.APPLICATION_JSON_TYPE).entity(openedBody);
        }
        return answer.build();
    }

    String headerLines() {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
    }

    static Map<String, String> headers(String lines) {
        return lines.lines()
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
}
