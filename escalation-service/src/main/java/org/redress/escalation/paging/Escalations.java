package org.redress.escalation.paging;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.CasesAtHand;

/** The escalations. Whoever gets one to change holds its row. */
@ApplicationScoped
class Escalations implements PanacheRepositoryBase<Escalation, UUID> {

    private final Jdbi jdbi;
    private final CasesAtHand atHand;
    private final TransactionSynchronizationRegistry transaction;

    /** Under this the transaction keeps the escalations of a case of which it holds the rows. */
    private record HeldOf(CaseId customerCase) {}

    Escalations(Jdbi jdbi, CasesAtHand atHand, TransactionSynchronizationRegistry transaction) {
        this.jdbi = jdbi;
        this.atHand = atHand;
        this.transaction = transaction;
    }

    /** Adds one that has just begun. */
    void begin(Escalation escalation) {
        persist(escalation);
        transaction.putResource(new HeldOf(escalation.customerCase().id()), null);
    }

    /** The case's row comes first, as everywhere: so nobody waits for one who waits for them. */
    Optional<Escalation> lock(UUID id) {
        jdbi.useHandle(handle ->
                handle.createQuery(
                                "select from handling where case_id = (select case_id from escalation where id = ?) for update")
                        .bind(0, id)
                        .mapToMap()
                        .list());
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those of the case of which something is still to come, and those that nobody answered. */
    @SuppressWarnings("unchecked") // Nobody else keeps anything under this key.
    List<Escalation> lockOpen(CaseId customerCase) {
        Object held = transaction.getResource(new HeldOf(customerCase));
        return (held == null ? hold(customerCase) : (List<Escalation>) held)
                .stream().filter(Escalation::isOpen).toList();
    }

    /** The latest of those, which nothing that is done to it changes. */
    Optional<Escalation> lookAtOpen(CaseId customerCase) {
        Optional<Escalation> latest =
                find("customerCase.id = ?1 order by raisedAt desc", customerCase)
                        .firstResultOptional();
        latest.ifPresent(found -> {
            found.pages(); // None can be read any more once it is let go.
            getEntityManager().detach(found);
        });
        return latest.filter(Escalation::isOpen);
    }

    private List<Escalation> hold(CaseId customerCase) {
        Set<CaseId> together = atHand.readWith(customerCase, Escalations.class);
        Map<CaseId, List<Escalation>> held =
                find(
                                "customerCase.id in ?1 and (state in (?2, ?3) or owed is not null) order by id",
                                together,
                                Escalation.State.RUNNING,
                                Escalation.State.EXHAUSTED)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .stream()
                        .collect(Collectors.groupingBy(one -> one.customerCase().id()));
        for (CaseId each : together) {
            transaction.putResource(new HeldOf(each), held.getOrDefault(each, List.of()));
        }
        return held.getOrDefault(customerCase, List.of());
    }

    /** Whether somebody has accepted the case. */
    boolean isHandled(CaseId customerCase) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select handler is not null from handling where case_id = ?")
                        .bind(0, customerCase.value())
                        .mapTo(Boolean.class)
                        .one());
    }

    Optional<UUID> ofPage(UUID pageId) {
        return jdbi.withHandle(handle ->
                handle.createQuery("select escalation_id from page where page_id = ?")
                        .bind(0, pageId)
                        .mapTo(UUID.class)
                        .findOne());
    }

    /** Those that are due, the gravest first, then the longest overdue; their rows are held. */
    List<Escalation> held(List<UUID> ids) {
        return find("id in ?1 order by nextAt", ids).stream()
                .sorted(comparing(one -> one.cause().severity(), reverseOrder()))
                .toList();
    }
}
