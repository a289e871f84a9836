package org.redress.escalation.events;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.escalation.EarlierDatabase;
import org.redress.escalation.WithEscalation;
import org.redress.escalation.handling.EarlierWords;
import org.redress.platform.due.Wakeup;
import org.redress.platform.vault.Vault;

/**
 * Nothing that was accepted is lost: what waits while the database gets its vault keeps its words.
 */
@WithEscalation
class EventsParkedAtAnUpgradeTest {

    private static final String BEFORE_THE_VAULT = "9";

    @Inject Vault vault;
    @Inject Wakeup wakeup;
    @Inject Clock clock;

    private final UUID withdrawn = UUID.randomUUID();
    private final UUID satisfied = UUID.randomUUID();
    private EarlierDatabase database;
    private Park park;
    private EarlierWords earlier;

    @BeforeEach
    void events_are_parked_in_clear() {
        database = EarlierDatabase.ofVersion(BEFORE_THE_VAULT);
        Jdbi jdbi = database.jdbi();
        park = new Park(jdbi, vault, wakeup, clock);
        earlier = new EarlierWords(jdbi, vault);
        park(withdrawn, "CaseWithdrawn", "\"reason\": \"已和解\"");
        park(
                satisfied,
                "SatisfactionRecorded",
                "\"outcome\": \"NOT_SATISFIED\", \"attempt\": 1, \"note\": \"还是漏电\"");
        park(UUID.randomUUID(), "CaseWithdrawn", "\"reason\": null");
        database.upgrade();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void they_are_applied_with_their_words_before_and_after_these_are_sealed() {
        assertThat(words()).containsExactlyInAnyOrder("已和解", "还是漏电", null);

        earlier.sealSome();

        assertThat(words()).containsExactlyInAnyOrder("已和解", "还是漏电", null);
        assertThat(inClear()).isZero();
    }

    @Test
    void an_erasure_reaches_them_before_and_after_these_are_sealed() {
        vault.destroy(List.of(withdrawn));

        assertThat(words()).containsExactlyInAnyOrder(null, "还是漏电", null);

        earlier.sealSome();

        assertThat(words()).containsExactlyInAnyOrder(null, "还是漏电", null);
        assertThat(inClear()).isZero();
    }

    private void park(UUID customerCase, String type, String fields) {
        database.jdbi()
                .useHandle(handle ->
                        handle.execute(
                                """
                                insert into parked_event
                                    (id, case_id, awaits, round, type, event, parked_at, retry_at)
                                values (?, ?, 'CASE', 1, ?, ?::jsonb, now(), now() - interval '1 day')
                                """,
                                UUID.randomUUID(),
                                customerCase,
                                type,
                                """
                                {"caseId": "%s", "round": 1, "actor": {"kind": "PERSON", "id": "li.na"}, %s}
                                """
                                        .formatted(customerCase, fields)));
    }

    private List<@Nullable String> words() {
        return park.of(ids()).stream().map(parked -> parked.event().words()).toList();
    }

    private List<UUID> ids() {
        return database.jdbi()
                .withHandle(handle ->
                        handle.createQuery("select id from parked_event").mapTo(UUID.class).list());
    }

    private long inClear() {
        return database.jdbi()
                .withHandle(handle ->
                        handle.createQuery(
                                        """
                                        select count(*) from parked_event
                                        where words_in_clear is not null
                                           or event::text like '%和解%' or event::text like '%漏电%'
                                        """)
                                .mapTo(Long.class)
                                .one());
    }
}
