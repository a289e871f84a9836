package org.redress.platform.web;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The remembered answers; they are kept for {@value #KEPT_HOURS} hours. A key is known by its
 * digest, for people put telephone numbers into keys.
 */
final class Answers {

    static final int KEPT_HOURS = 24;

    private final Jdbi jdbi;

    Answers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whether nobody else is at work on the key; the claim ends with the transaction. */
    boolean tryClaim(byte[] key) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select pg_try_advisory_xact_lock(hashtextextended(encode(:key, 'hex'), 42))")
                        .bind("key", key)
                        .mapTo(Boolean.class)
                        .one());
    }

    Optional<Answer> find(byte[] key) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select request, status, headers, subject, body
                                from web.remembered_answer
                                where key = :key
                                  and answered_at > now() - make_interval(hours => :hours)
                                """)
                        .bind("key", key)
                        .bind("hours", KEPT_HOURS)
                        .map((row, _) ->
                                new Answer(
                                        row.getBytes("request"),
                                        row.getInt("status"),
                                        Answer.headers(row.getString("headers")),
                                        row.getObject("subject", UUID.class),
                                        row.getBytes("body")))
                        .findOne());
    }

    void add(byte[] key, Answer answer) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into web.remembered_answer
                                    (key, request, status, headers, subject, body)
                                values (:key, cast(:request as bytea), :status, :headers,
                                    cast(:subject as uuid), cast(:body as bytea))
                                on conflict (key) do update set
                                    request = excluded.request, status = excluded.status,
                                    headers = excluded.headers, subject = excluded.subject,
                                    body = excluded.body, answered_at = clock_timestamp()
                                """)
                        .bind("key", key)
                        .bind("request", answer.request())
                        .bind("status", answer.status())
                        .bind("headers", answer.headerLines())
                        .bind("subject", answer.subject())
                        .bind("body", answer.body())
                        .execute());
    }

    void forgetOld() {
        jdbi.useHandle(handle ->
                handle.execute(
                        "delete from web.remembered_answer where answered_at < now() - make_interval(hours => ?)",
                        KEPT_HOURS));
    }
}
