package org.redress.intake.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.intake.customers.Customer;
import org.redress.intake.customers.CustomerId;
import org.redress.intake.customers.Customers;
import org.redress.intake.customers.SealedWords;
import org.redress.intake.staff.UnitScope;
import org.redress.intake.timetable.Timetable;
import org.redress.platform.messaging.EventJson;

/** The registered cases; a report is sealed with its customer's key. */
@ApplicationScoped
public class Cases {

    private static final String REPORT = "customer_case.report";

    private static final String SELECT =
            """
            select id, number, customer_id, mode, channel, unit, registered_by, registered_at, report,
                timetable, satisfaction_round, satisfaction_attempts, satisfaction_outcome,
                withdrawn_at, version
            from customer_case where number = :number
            """;

    private final Jdbi jdbi;
    private final SealedWords words;
    private final Customers customers;

    Cases(Jdbi jdbi, SealedWords words, Customers customers) {
        this.jdbi = jdbi;
        this.words = words;
        this.customers = customers;
    }

    /** Writes a new case down; the unit that took it in and all above it see it. */
    public void add(CustomerCase newCase) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                with added as (
                                    insert into customer_case
                                        (id, number, customer_id, mode, channel, unit,
                                         registered_by, registered_at, report, timetable,
                                         satisfaction_round, satisfaction_attempts, version)
                                    values
                                        (:id, :number, :customerId, :mode, :channel, :unit, :by,
                                         :registeredAt, :report, cast(:timetable as jsonb), :round,
                                         :attempts, :version))
                                insert into case_unit (unit, case_id, status)
                                select unit, :id, :status from unnest(:units) as seeing (unit)
                                """)
                        .bind("id", newCase.id().value())
                        .bind("number", newCase.number().text())
                        .bind("customerId", newCase.customerId().value())
                        .bind("mode", newCase.mode().name())
                        .bind("channel", newCase.channel().name())
                        .bind("unit", newCase.unit())
                        .bind("by", newCase.registeredBy())
                        .bind("registeredAt", newCase.registeredAt())
                        .bind("report", sealed(newCase))
                        .bind("timetable", new String(EventJson.write(newCase.timetable()), UTF_8))
                        .bind("round", newCase.satisfaction().round())
                        .bind("attempts", newCase.satisfaction().attempts())
                        .bind("version", newCase.version())
                        .bind("status", Status.NEW.name())
                        .bindArray(
                                "units",
                                String.class,
                                UnitScope.seenBy(newCase.unit(), null).toArray())
                        .execute());
    }

    /** The case with this number, with its customer. */
    public Optional<CaseFile> find(CaseNumber number) {
        return find(number, SELECT, customers::find);
    }

    /**
     * The same, and nobody else changes it, or erases its customer, until this transaction ends.
     */
    public Optional<CaseFile> findForChange(CaseNumber number) {
        return find(number, SELECT + " for update", customers::hold);
    }

    /** Writes the next version of a case that was found for change. */
    public void replace(CustomerCase changed) {
        SatisfactionCheck check = changed.satisfaction();
        Satisfaction outcome = check.outcome();
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                update customer_case
                                set report = :report, satisfaction_round = :round,
                                    satisfaction_attempts = :attempts,
                                    satisfaction_outcome = :outcome,
                                    withdrawn_at = :withdrawnAt, version = :version
                                where id = :id
                                """)
                        .bind("id", changed.id().value())
                        .bind("report", sealed(changed))
                        .bind("round", check.round())
                        .bind("attempts", check.attempts())
                        .bind("outcome", outcome == null ? null : outcome.name())
                        .bind("withdrawnAt", changed.withdrawnAt())
                        .bind("version", changed.version())
                        .execute());
    }

    /** Whose case it is; empty if it is not known here. */
    public Optional<CustomerId> customerOf(CaseId id) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select customer_id from customer_case where id = :id")
                        .bind("id", id.value())
                        .mapTo(UUID.class)
                        .map(CustomerId::new)
                        .findOne());
    }

    /** All cases of a customer, oldest first. */
    public List<CaseId> idsOf(CustomerId id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select id from customer_case where customer_id = :id order by id")
                        .bind("id", id.value())
                        .mapTo(UUID.class)
                        .map(CaseId::new)
                        .list());
    }

    private byte @Nullable [] sealed(CustomerCase it) {
        return words.seal(it.customerId(), REPORT, it.id(), it.report());
    }

    private Optional<CaseFile> find(
            CaseNumber number, String select, Function<CustomerId, Optional<Customer>> customer) {
        return jdbi.withHandle(handle ->
                handle.createQuery(select)
                        .bind("number", number.text())
                        .map((row, _) -> file(row, customer))
                        .findOne());
    }

    private CaseFile file(ResultSet row, Function<CustomerId, Optional<Customer>> find)
            throws SQLException {
        CaseId id = new CaseId(row.getObject("id", UUID.class));
        CustomerId customerId = new CustomerId(row.getObject("customer_id", UUID.class));
        Optional<Customer> customer = find.apply(customerId);
        byte[] sealed = row.getBytes("report");
        return new CaseFile(
                new CustomerCase(
                        id,
                        new CaseNumber(row.getString("number")),
                        customerId,
                        Mode.valueOf(row.getString("mode")),
                        Channel.valueOf(row.getString("channel")),
                        row.getString("unit"),
                        row.getString("registered_by"),
                        row.getTimestamp("registered_at").toInstant(),
                        customer.flatMap(_ ->
                                        words.open(customerId, REPORT, id, sealed, Report.class))
                                .orElse(Report.ERASED),
                        EventJson.read(row.getString("timetable").getBytes(UTF_8), Timetable.class),
                        new SatisfactionCheck(
                                row.getInt("satisfaction_round"),
                                row.getInt("satisfaction_attempts"),
                                satisfaction(row.getString("satisfaction_outcome"))),
                        instant(row.getTimestamp("withdrawn_at")),
                        row.getLong("version")),
                customer);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static @Nullable Satisfaction satisfaction(@Nullable String name) {
        return name == null ? null : Satisfaction.valueOf(name);
    }
}
