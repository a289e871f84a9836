package org.redress.notification.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;
import org.redress.platform.vault.Vault;

/** XX-03: neither by a backup of the keys, nor by a case that is written down meanwhile. */
@WithNotification
class AnErasureIsNotUndoneTest {

    @Inject Customers customers;
    @Inject Jdbi jdbi;

    @Inject
    @DataSource("keys")
    javax.sql.DataSource keys;

    @ConfigProperty(name = "vault.master-key")
    String masterKey;

    private final Story kettle = Story.kettle();

    @Test
    void keys_that_a_backup_brought_back_are_destroyed_at_the_next_start() throws SQLException {
        // given
        kettle.hasACustomer().isRegistered().isErased(kettle.caseId);
        await().until(() -> customers.isErased(kettle.customerId));
        aBackupBringsBackTheKeysOf(kettle.caseId, kettle.customerId);
        assertThat(isDestroyed(kettle.caseId)).isFalse();

        // when
        customers.destroyAgain(new StartupEvent());

        // then
        assertThat(isDestroyed(kettle.caseId)).isTrue();
        assertThat(isDestroyed(kettle.customerId)).isTrue();
    }

    @Test
    void an_erasure_and_a_case_that_is_being_written_down_see_each_other() {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    // when
                    customers.erase(kettle.customerId, List.of());

                    // then
                    assertThat(aCaseCanBeWrittenDown()).isFalse();
                });
        assertThat(aCaseCanBeWrittenDown()).isTrue();
    }

    private boolean aCaseCanBeWrittenDown() {
        try {
            QuarkusTransaction.requiringNew()
                    .run(() ->
                            jdbi.useHandle(handle ->
                                    handle.execute(
                                            "lock table customer_case in row exclusive mode nowait")));
            return true;
        } catch (RuntimeException _) {
            return false;
        }
    }

    private void aBackupBringsBackTheKeysOf(String... subjects) throws SQLException {
        try (var connection = keys.getConnection();
                var delete =
                        connection.prepareStatement(
                                "delete from subject_key where subject = cast(? as uuid)")) {
            for (var subject : subjects) {
                delete.setString(1, subject);
                assertThat(delete.executeUpdate()).isEqualTo(1);
            }
        }
    }

    /** As a process sees it that has just begun. */
    private boolean isDestroyed(String subject) {
        return Vault.over(keys, "1", masterKey, Map.of()).isDestroyed(UUID.fromString(subject));
    }
}
