package org.redress.platform.web;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The remembered answers; they are kept for {@value #KEPT_HOURS} hours. */
final class Answers {

    static final int KEPT_HOURS = 24;

    private final Jdbi jdbi;

    Answers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whether nobody else is at work on the key; the claim ends with the transaction. */
    boolean tryClaim(String scope, String key) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select pg_try_advisory_xact_lock(hashtextextended(:name, 42))")
                        .bind("name", scope + '\n' + key)
                        .mapTo(Boolean.class)
                        .one());
    }

    Optional<Answer> find(String scope, String key) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select request_hash, status, headers, body
                                from web.idempotent_answer
                                where scope = :scope and key = :key
                                  and answered_at > now() - make_interval(hours => :hours)
                                """)
                        .bind("scope", scope)
                        .bind("key", key)
                        .bind("hours", KEPT_HOURS)
                        .map((row, _) ->
                                new Answer(
                                        row.getBytes("request_hash"),
                                        row.getInt("status"),
                                        Answer.headers(row.getString("headers")),
                                        row.getString("body")))
                        .findOne());
    }

    void add(String scope, String key, Answer answer) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into web.idempotent_answer
                                    (scope, key, request_hash, status, headers, body)
                                values (:scope, :key, :hash, :status, :headers, :body)
                                on conflict (scope, key) do update set
                                    request_hash = excluded.request_hash,
                                    status = excluded.status, headers = excluded.headers,
                                    body = excluded.body, answered_at = clock_timestamp()
                                """)
                        .bind("scope", scope)
                        .bind("key", key)
                        .bind("hash", answer.requestHash())
                        .bind("status", answer.status())
                        .bind("headers", answer.headerLines())
                        .bind("body", answer.body())
                        .execute());
    }

    void forgetOld() {
        jdbi.useHandle(handle ->
                handle.execute(
                        "delete from web.idempotent_answer where answered_at < now() - make_interval(hours => ?)",
                        KEPT_HOURS));
    }
}
