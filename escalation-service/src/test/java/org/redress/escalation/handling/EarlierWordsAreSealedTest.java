package org.redress.escalation.handling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.escalation.EarlierDatabase;
import org.redress.escalation.WithEscalation;
import org.redress.escalation.cases.CaseId;
import org.redress.platform.vault.Vault;

/** A journal that was written before there was a vault loses no word and keeps none in clear. */
@WithEscalation
class EarlierWordsAreSealedTest {

    private static final String BEFORE_THE_VAULT = "9";
    private static final int MORE_THAN_ONE_BATCH = 201;

    @Inject Vault vault;
    @Inject TransactionSynchronizationRegistry transaction;

    private final UUID customerCase = UUID.randomUUID();
    private EarlierDatabase database;
    private Journal journal;
    private EarlierWords earlier;

    @BeforeEach
    void a_journal_in_clear() {
        database = EarlierDatabase.ofVersion(BEFORE_THE_VAULT);
        Jdbi jdbi = database.jdbi();
        journal = new Journal(jdbi, vault, transaction);
        earlier = new EarlierWords(jdbi, vault);
        add("ASSIGNED", "hq/quality");
        add("ACCEPTED", null);
        add("NOTE", "客户手被电麻");
        database.upgrade();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void the_words_are_read_before_and_after_they_are_sealed() {
        assertThat(texts()).containsExactly("客户手被电麻", null, "hq/quality");

        earlier.sealSome();

        assertThat(texts()).containsExactly("客户手被电麻", null, "hq/quality");
        assertThat(count("text is not null")).isZero();
        assertThat(count("sealed is not null")).isOne();
    }

    @Test
    void an_erasure_reaches_them_before_and_after_they_are_sealed() {
        vault.destroy(List.of(customerCase));

        assertThat(texts()).containsExactly(null, null, "hq/quality");

        earlier.sealSome();

        assertThat(texts()).containsExactly(null, null, "hq/quality");
        assertThat(count("text is not null or sealed is not null")).isZero();
    }

    @Test
    void all_of_a_long_journal_is_sealed_in_the_end() {
        database.jdbi()
                .useHandle(handle ->
                        handle.execute(
                                """
                                insert into journal_entry (case_id, round, at, activity, actor, text)
                                select ?, 1, now(), 'NOTE', 'chen.wei', 'words ' || n
                                from generate_series(0, ? - 1) n
                                """,
                                customerCase,
                                MORE_THAN_ONE_BATCH));

        earlier.sealSome();
        assertThat(count("text is not null")).isPositive();
        earlier.sealSome();

        assertThat(count("text is not null")).isZero();
        assertThat(texts()).contains("words 0", "words 200");
    }

    private void add(String activity, String text) {
        database.jdbi()
                .useHandle(handle ->
                        handle.execute(
                                """
                                insert into journal_entry (case_id, round, at, activity, actor, text)
                                values (?, 1, now(), ?, 'chen.wei', ?)
                                """,
                                customerCase,
                                activity,
                                text));
    }

    private List<@Nullable String> texts() {
        return journal.before(new CaseId(customerCase), Long.MAX_VALUE, 1_000).stream()
                .map(Journal.Entry::text)
                .toList();
    }

    private long count(String condition) {
        return database.jdbi()
                .withHandle(handle ->
                        handle.createQuery("select count(*) from journal_entry where " + condition)
                                .mapTo(Long.class)
                                .one());
    }
}
