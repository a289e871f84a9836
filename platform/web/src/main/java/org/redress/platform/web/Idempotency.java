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
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.redress.platform.vault.Vault;
import org.redress.platform.web.outage.ConflictRetry;

/**
 * Makes a creating request safe to repeat (draft-ietf-httpapi-idempotency-key-header). Key, effect
 * and answer are one transaction, so that no crash leaves a key without its effect; a key that is
 * still at work is known by an advisory lock that ends with that transaction.
 */
@ApplicationScoped
public class Idempotency {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** Under whose key the digest of a request is sealed that is about nobody. */
    private static final UUID NOBODY = UUID.nameUUIDFromBytes("remembered answers".getBytes(UTF_8));

    private static final String REQUEST = "remembered_answer.request";
    private static final String BODY = "remembered_answer.body";

    private final Answers answers;
    private final Vault vault;
    private final Caller caller;
    private final UriInfo uri;
    private final ObjectMapper json;

    Idempotency(DataSource dataSource, Vault vault, Caller caller, UriInfo uri, ObjectMapper json) {
        this.answers = new Answers(ReadAudit.jdbi(dataSource));
        this.vault = vault;
        this.caller = caller;
        this.uri = uri;
        this.json = json;
    }

    /**
     * Runs the effect in a transaction, at most once for a key of this caller at this address.
     *
     * @param key the {@code Idempotency-Key} header; null runs the effect without remembering it
     * @param request the body, which a repeated key must bring again
     * @return as below, but without a body where the key is repeated
     */
    public Response once(@Nullable String key, Object request, Supplier<Response> effect) {
        return once(key, request, _ -> effect.get());
    }

    /**
     * Runs the effect in a transaction, at most once for a key of this caller at this address. A
     * deadlock or serialization failure is tried again, so an effect leaves nothing outside of the
     * database.
     *
     * @param key the {@code Idempotency-Key} header; null runs the effect without remembering it
     * @param request the body, which a repeated key must bring again
     * @param effect says of its answer whom it is about, so that the body can be remembered
     * @return the effect's answer, now or when the key first came; 422 where the body is another,
     *     409 where the first request is still at work, 400 where the key has the wrong form, 410
     *     where whom the answer is about has been erased. Answers of 400 and above roll the effect
     *     back and are not remembered.
     */
    public Response once(
            @Nullable String key, Object request, Function<Answering, Response> effect) {
        if (key != null && !KEY.matcher(key).matches()) {
            return Problem.badField("Idempotency-Key", "must be 1 to 255 visible ASCII characters")
                    .asResponse();
        }
        try {
            return ConflictRetry.call(() ->
                    QuarkusTransaction.requiringNew()
                            .call(() ->
                                    orRefuse(
                                            key == null
                                                    ? effect.apply(new Answering())
                                                    : remembered(key, request, effect))));
        } catch (Refusal e) {
            return e.answer;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response orRefuse(Response answer) {
        if (answer.getStatus() >= 400) {
            throw new Refusal(answer);
        }
        return answer;
    }

    private Response remembered(String name, Object request, Function<Answering, Response> effect) {
        var key = sha256((caller.personId() + ' ' + uri.getPath() + '\n' + name).getBytes(UTF_8));
        if (!answers.tryClaim(key)) {
            return Problem.of(
                            Status.CONFLICT,
                            "A request with this Idempotency-Key is still at work.")
                    .code("key-at-work")
                    .violation("Idempotency-Key", "is in use")
                    .asResponse();
        }
        var digest = sha256(write(request));
        var known = answers.find(key);
        if (known.isPresent()) {
            return again(known.get(), digest);
        }
        var answering = new Answering();
        var answer = effect.apply(answering);
        if (answer.getStatus() < 400) {
            answers.add(key, sealed(answer, answering.subject(), digest));
        }
        return answer;
    }

    private Response again(Answer known, byte[] digest) {
        var subject = known.subject();
        if (subject != null && vault.isDestroyed(subject)) {
            return Problem.of(Status.GONE, "What this Idempotency-Key answered has been erased.")
                    .code("erased")
                    .asResponse();
        }
        var owner = subject == null ? NOBODY : subject;
        if (!Arrays.equals(vault.openBytes(owner, REQUEST, known.request()), digest)) {
            return Problem.of(422, "This Idempotency-Key came with another body before.")
                    .code("key-of-another-request")
                    .violation("Idempotency-Key", "belongs to another request")
                    .asResponse();
        }
        return known.again(vault.openBytes(owner, BODY, known.body()));
    }

    private Answer sealed(Response answer, @Nullable UUID subject, byte[] digest) {
        var owner = subject == null ? NOBODY : subject;
        return new Answer(
                vault.sealBytes(owner, REQUEST, digest),
                answer.getStatus(),
                Answer.kept(answer),
                subject,
                subject == null || !answer.hasEntity()
                        ? null
                        : vault.sealBytes(subject, BODY, write(answer.getEntity())));
    }

    @Scheduled(every = "1h", delayed = "1m")
    void forgetOldAnswers() {
        answers.forgetOld();
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
