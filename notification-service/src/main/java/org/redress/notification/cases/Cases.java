package org.redress.notification.cases;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.util.Comparator.comparingInt;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.notification.recipients.CustomerErased;
import org.redress.notification.recipients.Customers;
import org.redress.notification.recipients.Language;
import org.redress.platform.messaging.OneTrip;
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
    private static final TypeReference<NewPromise> A_PROMISE = new TypeReference<>() {};
    private static final String RESOLUTION = "messages.resolution";
    private static final String PROMISE = "messages.promise";
    private static final TypeReference<Reminder> A_REMINDER = new TypeReference<>() {};
    private static final String REMINDER = "messages.reminder";

    private final Jdbi jdbi;
    private final Vault vault;
    private final Customers customers;
    private final ObjectMapper json;
    private final OneTrip<NewCase> registrations;
    private final OneTrip<NewJudgment> judgments;

    Cases(
            Jdbi jdbi,
            Vault vault,
            Customers customers,
            ObjectMapper json,
            TransactionSynchronizationRegistry transaction) {
        this.jdbi = jdbi;
        this.vault = vault;
        this.customers = customers;
        this.json = json;
        this.registrations = OneTrip.to(transaction, this::register);
        this.judgments = OneTrip.to(transaction, this::assess);
    }

    /** Everything known of this case; empty until it has been registered here. */
    public Optional<KnownCase> find(UUID caseId) {
        flush();
        return jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        select c.case_id, %s from customer_case c %s where c.case_id = :id
                                        """
                                                .formatted(SealedCase.COLUMNS, SealedCase.JOINS))
                                .bind("id", caseId)
                                .map((row, _) -> SealedCase.of(row))
                                .findOne())
                .map(this::open);
    }

    /**
     * What can be told of this case at once: whatever goes wrong in finding out more, somebody is
     * waiting to be called with what there is.
     */
    public KnownCase asFarAsKnown(UUID caseId, String caseNumber) {
        return asFarAsKnown(() -> find(caseId), caseId, caseNumber);
    }

    /** As the other one, of what a statement has read along. */
    public KnownCase asFarAsKnown(@Nullable SealedCase sealed, UUID caseId, String caseNumber) {
        return asFarAsKnown(() -> Optional.ofNullable(sealed).map(this::open), caseId, caseNumber);
    }

    private static KnownCase asFarAsKnown(
            Supplier<Optional<KnownCase>> known, UUID caseId, String caseNumber) {
        try {
            return known.get().orElseGet(() -> KnownCase.only(caseId, caseNumber));
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

    /** Seals what the customer of this case is told; null when they were erased. */
    public byte @Nullable [] sealPromise(UUID caseId, NewPromise promise) {
        return seal(caseId, PROMISE, promise);
    }

    /** Opens what {@link #sealPromise} sealed; empty when the customer was erased since. */
    public Optional<NewPromise> openPromise(UUID caseId, byte @Nullable [] sealed) {
        return Optional.ofNullable(vault.open(caseId, PROMISE, sealed))
                .map(text -> read(text, A_PROMISE));
    }

    /** Seals what somebody is reminded of; null when the customer of the case was erased. */
    public byte @Nullable [] sealReminder(UUID caseId, Reminder reminder) {
        return seal(caseId, REMINDER, reminder);
    }

    /** Opens what {@link #sealReminder} sealed; empty when the customer was erased since. */
    public Optional<Reminder> openReminder(UUID caseId, byte @Nullable [] sealed) {
        return Optional.ofNullable(vault.open(caseId, REMINDER, sealed))
                .map(text -> read(text, A_REMINDER));
    }

    @Transactional(MANDATORY)
    public void register(NewCase registered) {
        registrations.add(registered);
    }

    /** Writes what has been heard in this transaction: what follows in it sees it. */
    public void flush() {
        customers.flush();
        registrations.flush();
        judgments.flush();
    }

    private static final String REGISTER =
            """
            with told as materialized (
                select * from jsonb_to_recordset(cast(:rows as jsonb)) as told (
                    case_id uuid, case_number text, customer_id text, language text, sealed text,
                    timetable jsonb, danger boolean)
            ), here as (
                insert into customer_case (case_id, case_number, customer_id, language, sealed, timetable,
                    danger)
                select case_id, case_number, customer_id, language,
                    case when not coalesce(erased, false) then decode(told.sealed, 'base64') end,
                    timetable, danger
                from told left join customer using (customer_id)
                order by case_id
                on conflict do nothing)
            select case_id from told join customer using (customer_id) where erased
            """;

    /** Words of a customer who was erased are not kept, nor can what comes later be sealed. */
    private void register(List<NewCase> registered) {
        customers.flush();
        var firsts =
                registered.stream()
                        .collect(toMap(NewCase::caseId, identity(), (first, _) -> first));
        vault.prepare(firsts.keySet());
        var rows = write(firsts.values().stream().map(this::row).toList());
        vault.destroy(
                jdbi.withHandle(handle ->
                        handle.createQuery(REGISTER).bind("rows", rows).mapTo(UUID.class).list()));
    }

    private CaseRow row(NewCase registered) {
        return new CaseRow(
                registered.caseId(),
                registered.caseNumber(),
                registered.customerId(),
                registered.language().tag(),
                seal(registered.caseId(), STORY, registered.story()),
                registered.timetable(),
                registered.danger());
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record CaseRow(
            UUID caseId,
            String caseNumber,
            String customerId,
            String language,
            byte @Nullable [] sealed,
            List<Milestone> timetable,
            boolean danger) {}

    @Transactional(MANDATORY)
    public void correct(UUID caseId, UnaryOperator<CaseStory> correction) {
        find(caseId)
                .flatMap(KnownCase::story)
                .map(correction)
                .ifPresent(story ->
                        jdbi.useHandle(handle ->
                                handle.createUpdate(
                                                "update customer_case set sealed = :sealed"
                                                        + " where case_id = :id")
                                        .bind("id", caseId)
                                        .bind("sealed", seal(caseId, STORY, story))
                                        .execute()));
    }

    @Transactional(MANDATORY)
    public void assess(NewJudgment assessed) {
        judgments.add(assessed);
    }

    private static final String ASSESS =
            """
            insert into assessment (case_id, revision, case_class, owner_unit, sealed)
            select case_id, revision, case_class, owner_unit, decode(sealed, 'base64')
            from jsonb_to_recordset(cast(:rows as jsonb)) as told (
                case_id uuid, revision int, case_class text, owner_unit text, sealed text)
            order by case_id
            on conflict (case_id) do update set
                revision = excluded.revision,
                case_class = excluded.case_class,
                owner_unit = excluded.owner_unit,
                sealed = excluded.sealed
            where assessment.revision < excluded.revision
            """;

    private void assess(List<NewJudgment> assessed) {
        var newest =
                assessed.stream()
                        .collect(
                                toMap(
                                        NewJudgment::caseId,
                                        identity(),
                                        BinaryOperator.maxBy(comparingInt(NewJudgment::revision))));
        vault.prepare(newest.keySet());
        var rows = write(newest.values().stream().map(this::row).toList());
        jdbi.useHandle(handle -> handle.createUpdate(ASSESS).bind("rows", rows).execute());
    }

    private JudgmentRow row(NewJudgment assessed) {
        var judgment = new Judgment(assessed.reasons(), assessed.signals());
        return new JudgmentRow(
                assessed.caseId(),
                assessed.revision(),
                assessed.caseClass(),
                assessed.ownerUnit(),
                seal(assessed.caseId(), JUDGMENT, judgment));
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record JudgmentRow(
            UUID caseId,
            int revision,
            String caseClass,
            String ownerUnit,
            byte @Nullable [] sealed) {}

    void forget(@Observes CustomerErased erased) {
        flush();
        vault.destroy(
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        "select case_id from customer_case where customer_id = :id")
                                .bind("id", erased.customerId())
                                .mapTo(UUID.class)
                                .list()));
    }

    /** Has what opens these cases, and the contacts of their customers, at hand in one trip. */
    public void fetchKeys(Collection<SealedCase> sealed) {
        vault.fetch(sealed.stream().flatMap(SealedCase::subjects).collect(toSet()));
    }

    /** Opens what a statement has read of a case. */
    public KnownCase open(SealedCase sealed) {
        var caseId = sealed.caseId();
        return new KnownCase(
                caseId,
                sealed.caseNumber(),
                Language.of(sealed.language()),
                open(caseId, STORY, sealed.story(), A_STORY),
                sealed.erased(),
                sealed.danger(),
                read(sealed.timetable(), TIMETABLE),
                assessment(sealed));
    }

    private Optional<KnownCase.Assessment> assessment(SealedCase sealed) {
        var caseClass = sealed.caseClass();
        if (caseClass == null) {
            return Optional.empty();
        }
        var judgment =
                open(sealed.caseId(), JUDGMENT, sealed.judgment(), A_JUDGMENT)
                        .orElse(Judgment.NONE);
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
