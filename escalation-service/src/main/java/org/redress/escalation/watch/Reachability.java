package org.redress.escalation.watch;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.PersonId;

/** Who can be reached, as far as pages have shown; how, is kept by notification (PL-09). */
@ApplicationScoped
public class Reachability {

    private final Jdbi jdbi;

    Reachability(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The latest test of a person.
     *
     * @param answeredAt none if they have not
     * @param undelivered whether it could not be delivered at all
     */
    public record Tested(Instant at, @Nullable Instant answeredAt, boolean undelivered) {}

    /** The latest test of each of these persons of whom there is one. */
    public Map<PersonId, Tested> tested(Collection<PersonId> persons) {
        return jdbi.withHandle(handle ->
                handle
                        .createQuery(
                                """
                                select asked.person, test.since, test.settled_at, test.acknowledged_by,
                                       exists (select from alert_page p where p.alert_id = test.id and p.failed) as failed
                                from unnest(cast(:persons as text[])) as asked (person) cross join lateral (
                                    select * from alert
                                    where kind = :kind and service = :service and thing = asked.person
                                    order by since desc, id desc limit 1) test
                                """)
                        .bindArray("persons", String.class, ids(persons))
                        .bind("kind", Alert.REACHABILITY_TEST)
                        .bind("service", Alarm.OURS)
                        .map((row, _) ->
                                Map.entry(
                                        new PersonId(row.getString("person")),
                                        new Tested(
                                                row.getObject("since", OffsetDateTime.class)
                                                        .toInstant(),
                                                row.getString("acknowledged_by") == null
                                                        ? null
                                                        : row.getObject(
                                                                        "settled_at",
                                                                        OffsetDateTime.class)
                                                                .toInstant(),
                                                row.getBoolean("failed"))))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /**
     * Those of these persons whose latest page, of a case, of the watch or of a test, could not be
     * delivered.
     */
    public Set<PersonId> unreached(Collection<PersonId> persons) {
        return jdbi.withHandle(handle ->
                handle
                        .createQuery(
                                """
                                select asked.person from unnest(cast(:persons as text[])) as asked (person) cross join lateral (
                                    (select paged_at, failed from page
                                     where page.person = asked.person order by paged_at desc limit 1)
                                    union all
                                    (select paged_at, failed from alert_page
                                     where alert_page.person = asked.person order by paged_at desc limit 1)
                                    order by paged_at desc limit 1) latest
                                where latest.failed
                                """)
                        .bindArray("persons", String.class, ids(persons))
                        .mapTo(String.class)
                        .stream()
                        .map(PersonId::new)
                        .collect(Collectors.toSet()));
    }

    private static Object[] ids(Collection<PersonId> persons) {
        return persons.stream().map(PersonId::value).toArray();
    }
}
