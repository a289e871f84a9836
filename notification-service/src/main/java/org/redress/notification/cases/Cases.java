package org.redress.notification.cases;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.notification.recipients.CustomerErased;
import org.redress.notification.recipients.Customers;
import org.redress.notification.recipients.Language;
import org.redress.notification.recipients.Vault;

/** The cases and assessments that mails are written from. */
@ApplicationScoped
public class Cases {
    private static final TypeReference<List<Milestone>> TIMETABLE = new TypeReference<>() {};
    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};
    private static final TypeReference<List<Signal>> SIGNALS = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final Vault vault;
    private final Customers customers;
    private final ObjectMapper json;

    @Inject
    Cases(Jdbi jdbi, Vault vault, Customers customers, ObjectMapper json) {
        this.jdbi = jdbi;
        this.vault = vault;
        this.customers = customers;
        this.json = json;
    }

    /** Everything known of this case; empty until it has been registered here. */
    public Optional<KnownCase> find(UUID caseId) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select c.*, a.case_class, a.reasons, a.signals
                                from cases c left join assessments a using (case_id)
                                where c.case_id = :id
                                """)
                        .bind("id", caseId)
                        .map((row, _) -> knownCase(row))
                        .findOne());
    }

    /** Seals a text that belongs to this case; empty when its customer was erased. */
    public Optional<byte[]> seal(UUID caseId, String text) {
        return vault.seal(caseId.toString(), text);
    }

    /** Opens what {@link #seal} sealed; empty when the customer was erased since. */
    public Optional<String> open(UUID caseId, byte[] sealed) {
        return vault.open(caseId.toString(), sealed);
    }

    @Transactional(MANDATORY)
    void register(CaseRegistered registered) {
        if (customers.isErased(registered.customerId())) {
            vault.destroy(registered.caseId().toString());
        }
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into cases (case_id, case_number, customer_id,
                                    language, sealed, timetable)
                                values (:id, :number, :customer, :language, :sealed,
                                    cast(:timetable as jsonb))
                                on conflict do nothing
                                """)
                        .bind("id", registered.caseId())
                        .bind("number", registered.caseNumber())
                        .bind("customer", registered.customerId())
                        .bind("language", registered.language().tag())
                        .bind("sealed", sealed(registered.caseId(), registered.story()))
                        .bind("timetable", write(registered.timetable()))
                        .execute());
    }

    @Transactional(MANDATORY)
    void correct(CaseCorrected corrected) {
        find(corrected.caseId())
                .flatMap(KnownCase::story)
                .map(corrected::applyTo)
                .ifPresent(story ->
                        jdbi.useHandle(handle ->
                                handle.createUpdate(
                                                "update cases set sealed = :sealed"
                                                        + " where case_id = :id")
                                        .bind("id", corrected.caseId())
                                        .bind("sealed", sealed(corrected.caseId(), story))
                                        .execute()));
    }

    @Transactional(MANDATORY)
    void assess(CaseAssessed assessed) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into assessments (case_id, revision, case_class,
                                    owner_unit, reasons, signals)
                                values (:id, :revision, :class, :unit,
                                    cast(:reasons as jsonb), cast(:signals as jsonb))
                                on conflict (case_id) do update set
                                    revision = excluded.revision,
                                    case_class = excluded.case_class,
                                    owner_unit = excluded.owner_unit,
                                    reasons = excluded.reasons,
                                    signals = excluded.signals
                                where assessments.revision < excluded.revision
                                """)
                        .bind("id", assessed.caseId())
                        .bind("revision", assessed.revision())
                        .bind("class", assessed.caseClass())
                        .bind("unit", assessed.ownerUnit())
                        .bind("reasons", write(assessed.reasons()))
                        .bind("signals", write(assessed.signals()))
                        .execute());
    }

    void forget(@Observes CustomerErased erased) {
        jdbi.withHandle(handle ->
                        handle.createQuery("select case_id from cases where" + " customer_id = :id")
                                .bind("id", erased.customerId())
                                .mapTo(UUID.class)
                                .list())
                .forEach(caseId -> vault.destroy(caseId.toString()));
    }

    private KnownCase knownCase(ResultSet row) throws SQLException {
        var caseId = row.getObject("case_id", UUID.class);
        return new KnownCase(
                caseId,
                row.getString("case_number"),
                row.getString("customer_id"),
                Language.of(row.getString("language")),
                Optional.ofNullable(row.getBytes("sealed"))
                        .flatMap(sealed -> open(caseId, sealed))
                        .map(story -> read(story, new TypeReference<CaseStory>() {})),
                read(row.getString("timetable"), TIMETABLE),
                assessment(row));
    }

    private Optional<KnownCase.Assessment> assessment(ResultSet row) throws SQLException {
        return row.getString("case_class") == null
                ? Optional.empty()
                : Optional.of(
                        new KnownCase.Assessment(
                                row.getString("case_class"),
                                read(row.getString("reasons"), REASONS),
                                read(row.getString("signals"), SIGNALS)));
    }

    private byte @Nullable [] sealed(UUID caseId, CaseStory story) {
        return seal(caseId, write(story)).orElse(null);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
