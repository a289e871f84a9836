package org.redress.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes a creating request safe to repeat (draft-ietf-httpapi-idempotency-key-header). Key, effect
 * and answer are one transaction, so that no crash leaves a key without its effect; a key that is
 * still at work is known by an advisory lock that ends with that transaction.
 */
@ApplicationScoped
public class Idempotency {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final Answers answers;
    private final Caller caller;
    private final UriInfo uri;
    private final ObjectMapper json;

    Idempotency(DataSource dataSource, Caller caller, UriInfo uri, ObjectMapper json) {
        this.answers = new Answers(ReadAudit.jdbi(dataSource));
        this.caller = caller;
        this.uri = uri;
        this.json = json;
    }

    /**
     * Runs the effect in a transaction, at most once for a key of this caller at this address.
     *
     * @param key the {@code Idempotency-Key} header; null runs the effect without remembering it
     * @param request the body, which a repeated key must bring again
     * @return the effect's answer, now or when the key first came; 422 where the body is another,
     *     409 where the first request is still at work, 400 where the key has the wrong form.
     *     Answers of 400 and above roll the effect back and are not remembered.
     */
    public Response once(@Nullable String key, Object request, Supplier<Response> effect) {
        if (key != null && !KEY.matcher(key).matches()) {
            return Problem.badField("Idempotency-Key", "must be 1 to 255 visible ASCII characters")
                    .asResponse();
        }
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() ->
                            orRefuse(
                                    key == null ? effect.get() : remembered(key, request, effect)));
        } catch (Refusal e) {
            return e.answer;
        }
    }

    private static Response orRefuse(Response answer) {
        if (answer.getStatus() >= 400) {
            throw new Refusal(answer);
        }
        return answer;
    }

    private Response remembered(String key, Object request, Supplier<Response> effect) {
        var scope = caller.personId() + " " + uri.getPath();
        if (!answers.tryClaim(scope, key)) {
            return Problem.of(
                            Status.CONFLICT,
                            "A request with this Idempotency-Key is still at work.")
                    .violation("Idempotency-Key", "is in use")
                    .asResponse();
        }
        var hash = sha256(write(request));
        Optional<Answer> known = answers.find(scope, key);
        if (known.isPresent()) {
            return Arrays.equals(known.get().requestHash(), hash)
                    ? known.get().asResponse()
                    : Problem.of(422, "This Idempotency-Key came with another body before.")
                            .violation("Idempotency-Key", "belongs to another request")
                            .asResponse();
        }
        var answer = effect.get();
        if (answer.getStatus() < 400) {
            answers.add(scope, key, Answer.of(hash, answer, body(answer)));
        }
        return answer;
    }

    @Scheduled(every = "1h", delayed = "1m")
    void forgetOldAnswers() {
        answers.forgetOld();
    }

    private @Nullable String body(Response answer) {
        return answer.hasEntity() ? new String(write(answer.getEntity()), UTF_8) : null;
    }

    private byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Carries an answer out of a transaction that it rolls back. */
    private static final class Refusal extends RuntimeException {
        private final transient Response answer;

        Refusal(Response answer) {
            super(null, null, false, false);
            this.answer = answer;
        }
    }
}
