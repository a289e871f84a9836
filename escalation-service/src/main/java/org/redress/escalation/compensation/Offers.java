package org.redress.escalation.compensation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.PersonId;
import org.redress.escalation.compensation.Powers.Approver;
import org.redress.platform.vault.Vault;

/** The rows of {@code compensation_offer}; whoever changes one holds the row of its case. */
@ApplicationScoped
class Offers {

    private static final String BASIS = "compensation_offer.basis";

    private final Jdbi jdbi;
    private final Vault vault;

    Offers(Jdbi jdbi, Vault vault) {
        this.jdbi = jdbi;
        this.vault = vault;
    }

    void add(CaseId customerCase, @Nullable String customer, Offer offer) {
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        insert into compensation_offer (offer_id, case_id, customer, type, amount, currency, basis,
                            state, proposed_by, proposed_at, approver_role, approver, approved_by, approved_at,
                            changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        offer.offerId(),
                        customerCase.value(),
                        customer,
                        offer.type(),
                        offer.money().amount(),
                        offer.money().currency().getCurrencyCode(),
                        vault.seal(customerCase.value(), BASIS, offer.basis()),
                        offer.state(),
                        offer.proposedBy().value(),
                        offer.proposedAt(),
                        role(offer),
                        asked(offer),
                        id(offer.approvedBy()),
                        offer.approvedAt(),
                        offer.changedBy().value(),
                        offer.changedAt()));
    }

    void update(Offer offer) {
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        update compensation_offer set state = ?, approver_role = ?, approver = ?, approved_by = ?,
                            approved_at = ?, changed_by = ?, changed_at = ?
                        where offer_id = ?
                        """,
                        offer.state(),
                        role(offer),
                        asked(offer),
                        id(offer.approvedBy()),
                        offer.approvedAt(),
                        offer.changedBy().value(),
                        offer.changedAt(),
                        offer.offerId()));
    }

    /** Those of a case, the oldest first. */
    List<Offer> of(CaseId customerCase) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "select * from compensation_offer where case_id = ? order by offer_id")
                        .bind(0, customerCase.value())
                        .map((row, _) -> read(customerCase.value(), row))
                        .list());
    }

    /**
     * What was promised before in a currency: over the case, and over all cases of its customer
     * since then. Until the transaction ends, nobody else adds up the same customer.
     */
    BigDecimal promised(
            CaseId customerCase, @Nullable String customer, Currency currency, Instant since) {
        return jdbi.withHandle(handle -> {
            if (customer != null) {
                handle.createQuery("select pg_advisory_xact_lock(hashtextextended(?, 29))::text")
                        .bind(0, customer)
                        .mapTo(String.class)
                        .one();
            }
            return handle.createQuery(
                            """
                            select coalesce(sum(amount), 0) from (
                                select offer_id, amount from compensation_offer
                                where case_id = :case and currency = :currency
                                  and state in ('APPROVED', 'ACCEPTED', 'PAID')
                                union
                                select offer_id, amount from compensation_offer
                                where customer = :customer and approved_at > :since and currency = :currency
                                  and state in ('APPROVED', 'ACCEPTED', 'PAID')) promised
                            """)
                    .bind("case", customerCase.value())
                    .bind("customer", customer)
                    .bind("since", since)
                    .bind("currency", currency.getCurrencyCode())
                    .mapTo(BigDecimal.class)
                    .one();
        });
    }

    private Offer read(UUID customerCase, ResultSet row) throws SQLException {
        String approver = row.getString("approver");
        return new Offer(
                row.getObject("offer_id", UUID.class),
                Offer.Type.valueOf(row.getString("type")),
                new Money(
                        row.getBigDecimal("amount").stripTrailingZeros(),
                        Currency.getInstance(row.getString("currency"))),
                vault.open(customerCase, BASIS, row.getBytes("basis")),
                Offer.State.valueOf(row.getString("state")),
                new PersonId(row.getString("proposed_by")),
                instant(row.getObject("proposed_at", OffsetDateTime.class)),
                approver == null
                        ? null
                        : new Approver(row.getString("approver_role"), new PersonId(approver)),
                person(row.getString("approved_by")),
                instantIfAny(row.getObject("approved_at", OffsetDateTime.class)),
                new PersonId(row.getString("changed_by")),
                instant(row.getObject("changed_at", OffsetDateTime.class)));
    }

    private static Instant instant(OffsetDateTime column) {
        return column.toInstant();
    }

    private static @Nullable Instant instantIfAny(@Nullable OffsetDateTime column) {
        return column == null ? null : column.toInstant();
    }

    private static @Nullable PersonId person(@Nullable String column) {
        return column == null ? null : new PersonId(column);
    }

    private static @Nullable String id(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    private static @Nullable String role(Offer offer) {
        return offer.approver() == null ? null : offer.approver().role();
    }

    private static @Nullable String asked(Offer offer) {
        return offer.approver() == null ? null : offer.approver().person().value();
    }
}
