package org.redress.platform.testing;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/**
 * What the service's database executes from now on: the number of statements is what a case costs,
 * more than what is in them. A statement for many rows counts once.
 */
public final class Statements {

    private final Jdbi observer;

    private Statements(Jdbi observer) {
        this.observer = observer;
    }

    /** Counts from here. */
    public static Statements of(String databaseUrl) {
        var observer = Jdbi.create(databaseUrl, "postgres", "postgres");
        observer.useHandle(handle -> {
            handle.execute("create extension if not exists pg_stat_statements");
            handle.execute("select pg_stat_statements_reset()");
        });
        return new Statements(observer);
    }

    /** How often each statement was executed of which some part looks like this, ignoring case. */
    public SortedMap<String, Long> like(String pattern) {
        var executed = new TreeMap<String, Long>();
        observer.useHandle(handle ->
                handle.createQuery(
                                """
                                select query, sum(calls) as calls from pg_stat_statements
                                where query ~* :pattern
                                  and dbid = (select oid from pg_database
                                              where datname = current_database())
                                  and userid <> (select oid from pg_roles
                                                 where rolname = current_user)
                                group by query
                                """)
                        .bind("pattern", pattern)
                        .map((row, _) -> executed.put(row.getString("query"), row.getLong("calls")))
                        .list());
        return executed;
    }

    /** How many statements that was in all. */
    public long count(String pattern) {
        return like(pattern).values().stream().mapToLong(Long::longValue).sum();
    }
}
