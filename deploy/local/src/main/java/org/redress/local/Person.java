package org.redress.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Somebody at the services' doors, as a front end brings them there: with their token. */
public final class Person {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Function<Service, URI> doors;
    private final Supplier<String> token;

    /** Somebody with a token that is always good, for services at these doors. */
    public Person(Function<Service, URI> doors, Supplier<String> token) {
        this.doors = doors;
        this.token = token;
    }

    /** A service did not answer at all. */
    public static final class Unreached extends Failure {
        private static final long serialVersionUID = 1;

        private Unreached(Service service, IOException cause) {
            super(
                    "%s%s can't be reached: %s"
                            .formatted(service.name().charAt(0), service.id().substring(1), cause),
                    cause);
        }
    }

    /**
     * Reads.
     *
     * @throws Unreached when the service does not answer
     */
    public Answer get(Service service, String path) {
        return send(service, request(service, path).GET());
    }

    /**
     * Writes.
     *
     * @param headers such as Idempotency-Key and If-Match
     * @param body missing to send none
     * @throws Unreached when the service does not answer
     */
    public Answer post(Service service, String path, Map<String, String> headers, JsonNode body) {
        HttpRequest.Builder request = request(service, path);
        headers.forEach(request::header);
        return send(
                service,
                body.isMissingNode()
                        ? request.POST(BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(Service service, String path) {
        return HttpRequest.newBuilder(doors.apply(service).resolve(path))
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + token.get());
    }

    private static Answer send(Service service, HttpRequest.Builder request) {
        try {
            return Answer.of(Http.send(request, LIMIT));
        } catch (IOException e) {
            throw new Unreached(service, e);
        }
    }
}
