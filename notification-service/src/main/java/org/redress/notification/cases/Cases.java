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
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.notification.recipients.CustomerErased;
import org.redress.notification.recipients.Customers;
import org.redress.notification.recipients.Language;
import org.redress.platform.vault.Vault;

/** The cases and assessments that mails are written from. */
@ApplicationScoped
public class Cases {

    private static final Logger LOG = Logger.getLogger(Cases.class);
    private static final TypeReference<List<Milestone>> TIMETABLE = new TypeReference<>() {};
    private static final TypeReference<CaseStory> A_STORY = new TypeReference<>() {};
    private static final TypeReference<Judgment> A_JUDGMENT = new TypeReference<>() {};
    private static final String STORY = "cases.story";
    private static final String JUDGMENT = "assessments.judgment";
    private static final String RESOLUTION = "messages.resolution";

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
                                select c.*, a.case_class, a.sealed as judgment,
                                    coalesce(u.erased, false) as erased
                                from cases c
                                left join assessments a using (case_id)
                                left join customers u using (customer_id)
                                where c.case_id = :id
                                """)
                        .bind("id", caseId)
                        .map((row, _) -> knownCase(row))
                        .findOne());
    }

    /**
     * What can be told of this case at once: whatever goes wrong in finding out more, somebody is
     * waiting to be called with what there is.
     */
    public KnownCase asFarAsKnown(UUID caseId, String caseNumber) {
        try {
            return find(caseId).orElseGet(() -> KnownCase.only(caseId, caseNumber));
        } catch (RuntimeException e) {
            LOG.warnf("case not readable case=%s cause=%s", caseId, e);
            return KnownCase.only(caseId, caseNumber);
        }
    }

    /** Seals what was done about this case; null when its customer was erased. */
    public byte @Nullable [] sealResolution(UUID caseId, String text) {
        return vault.seal(caseId, RESOLUTION, text);
    }

    /** Opens what {@link #sealResolution} sealed; empty when the customer was erased since. */
    public Optional<String> openResolution(UUID caseId, byte @Nullable [] sealed) {
        return Optional.ofNullable(vault.open(caseId, RESOLUTION, sealed));
    }

    @Transactional(MANDATORY)
    void register(CaseRegistered registered) {
        customers.hold(registered.customerId());
        if (customers.isErased(registered.customerId())) {
            vault.destroy(List.of(registered.caseId()));
        }
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into cases (case_id, case_number, customer_id,
                                    language, sealed, timetable, danger)
                                values (:id, :number, :customer, :language, :sealed,
                                    cast(:timetable as jsonb), :danger)
                                on conflict do nothing
                                """)
                        .bind("id", registered.caseId())
                        .bind("number", registered.caseNumber())
                        .bind("customer", registered.customerId())
                        .bind("language", registered.language().tag())
                        .bind("sealed", seal(registered.caseId(), STORY, registered.story()))
                        .bind("timetable", write(registered.timetable()))
                        .bind("danger", registered.tellsOfDanger())
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
                                        .bind("sealed", seal(corrected.caseId(), STORY, story))
                                        .execute()));
    }

    @Transactional(MANDATORY)
    void assess(CaseAssessed assessed) {
        var judgment = new Judgment(assessed.reasons(), assessed.signals());
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                insert into assessments (case_id, revision, case_class,
                                    owner_unit, sealed)
                                values (:id, :revision, :class, :unit, :sealed)
                                on conflict (case_id) do update set
                                    revision = excluded.revision,
                                    case_class = excluded.case_class,
                                    owner_unit = excluded.owner_unit,
                                    sealed = excluded.sealed
                                where assessments.revision < excluded.revision
                                """)
                        .bind("id", assessed.caseId())
                        .bind("revision", assessed.revision())
                        .bind("class", assessed.caseClass())
                        .bind("unit", assessed.ownerUnit())
                        .bind("sealed", seal(assessed.caseId(), JUDGMENT, judgment))
                        .execute());
    }

    void forget(@Observes CustomerErased erased) {
        vault.destroy(
                jdbi.withHandle(handle ->
                        handle.createQuery("select case_id from cases where customer_id = :id")
                                .bind("id", erased.customerId())
                                .mapTo(UUID.class)
                                .list()));
    }

    private KnownCase knownCase(ResultSet row) throws SQLException {
        var caseId = row.getObject("case_id", UUID.class);
        return new KnownCase(
                caseId,
                row.getString("case_number"),
                Language.of(row.getString("language")),
                open(caseId, STORY, row.getBytes("sealed"), A_STORY),
                row.getBoolean("erased"),
                row.getBoolean("danger"),
                read(row.getString("timetable"), TIMETABLE),
                assessment(caseId, row));
    }

    private Optional<KnownCase.Assessment> assessment(UUID caseId, ResultSet row)
            throws SQLException {
        var caseClass = row.getString("case_class");
        if (caseClass == null) {
            return Optional.empty();
        }
        var judgment =
                open(caseId, JUDGMENT, row.getBytes("judgment"), A_JUDGMENT).orElse(Judgment.NONE);
        return Optional.of(
                new KnownCase.Assessment(caseClass, judgment.reasons(), judgment.signals()));
    }

    private byte @Nullable [] seal(UUID caseId, String column, @Nullable Object value) {
        return value == null ? null : vault.seal(caseId, column, write(value));
    }

    /** Words that cannot be opened are missing; that is no reason to write to nobody. */
    private <T> Optional<T> open(
            UUID caseId, String column, byte @Nullable [] sealed, TypeReference<T> type) {
        try {
            return Optional.ofNullable(vault.open(caseId, column, sealed))
                    .map(text -> read(text, type));
        } catch (IllegalStateException | UncheckedIOException e) {
            LOG.warnf("words not readable case=%s column=%s cause=%s", caseId, column, e);
            return Optional.empty();
        }
    }

    /** What triage said about the text, and quoted from it. */
    record Judgment(List<Reason> reasons, List<Signal> signals) {
        static final Judgment NONE = new Judgment(List.of(), List.of());
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
