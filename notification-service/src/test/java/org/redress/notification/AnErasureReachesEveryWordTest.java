package org.redress.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.notification.cases.Cases;
import org.redress.notification.recipients.Customers;
import org.redress.platform.vault.Vault;

/** What a customer wrote, and what triage quoted of it, is sealed here and erased with them. */
@WithNotification
class AnErasureReachesEveryWordTest {
    private static final String MARK = "marked-cedar-91";

    @Inject Jdbi jdbi;
    @Inject Cases cases;
    @Inject Customers customers;
    @Inject Vault vault;

    @Test
    void no_word_lies_in_clear_in_any_table() {
        // when
        marked();

        // then
        assertThat(everything()).isNotEmpty().doesNotContain(MARK, "漏电保护器", "触电", "12315");
    }

    @Test
    void after_the_erasure_nothing_is_read_and_what_comes_late_is_not_kept() {
        var kettle = marked();

        // when
        kettle.isErased(kettle.caseId);
        await().until(() -> customers.isErased(kettle.customerId));
        kettle.hasACustomer(MARK, "late@example.com").isAssessed();

        // then
        var late = Story.kettle();
        late.hasACustomer();
        await().until(() -> customers.find(late.customerId).isPresent());
        var known = cases.find(UUID.fromString(kettle.caseId)).orElseThrow();
        assertThat(known.story()).isEmpty();
        assertThat(known.erased()).isTrue();
        assertThat(customers.find(kettle.customerId)).isEmpty();
        assertThat(vault.isDestroyed(UUID.fromString(kettle.caseId))).isTrue();
        assertThat(vault.isDestroyed(UUID.fromString(kettle.customerId))).isTrue();
    }

    @Test
    void a_case_that_is_heard_of_after_the_erasure_is_never_readable() {
        var kettle = Story.kettle().isErased();
        await().until(() -> customers.isErased(kettle.customerId));

        // when
        kettle.isRegisteredWith(MARK, MARK);
        await().until(() -> cases.find(UUID.fromString(kettle.caseId)).isPresent());

        // then
        assertThat(cases.find(UUID.fromString(kettle.caseId)).orElseThrow().story()).isEmpty();
        assertThat(vault.isDestroyed(UUID.fromString(kettle.caseId))).isTrue();
    }

    private Story marked() {
        var kettle = Story.kettle();
        kettle.hasACustomer(MARK, "cedar@example.com").isRegisteredWith(MARK, MARK).isAssessed();
        kettle.pages("zhang.lei", "A");
        var id = UUID.fromString(kettle.caseId);
        await().until(() ->
                cases.find(id).filter(known -> known.assessment().isPresent()).isPresent());
        kettle.isClosed("night-noise-not-agreed");
        kettle.isPromisedAnew("2026-11-25T10:00:00Z", MARK).isResolved();
        Deliveries.await(kettle, "message.sent.v1", "CUSTOMER_RESOLUTION");
        return kettle;
    }

    private String everything() {
        return jdbi.withHandle(handle ->
                String.join(
                        "\n",
                        handle.createQuery(
                                        """
                                        select coalesce(string_agg(t.rows, ' '), '') from (
                                            select query_to_xml(format('select * from %I.%I',
                                                table_schema, table_name), true, true, '')::text
                                                as rows
                                            from information_schema.tables
                                            where table_schema in ('public', 'messaging', 'web')
                                              and table_type = 'BASE TABLE') t
                                        """)
                                .mapTo(String.class)
                                .list()));
    }
}
