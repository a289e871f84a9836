package org.redress.notification.recipients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;

@WithNotification
class VaultTest {
    private static final String SECRET = "林晓雯 lin.xiaowen@example.com";

    @Inject Vault vault;
    @Inject Jdbi jdbi;

    @Test
    void opensWhatItSealed() {
        var subject = Story.id();

        // when
        var sealed = vault.seal(subject, SECRET).orElseThrow();

        // then
        assertThat(new String(sealed, UTF_8)).doesNotContain("林", "example");
        assertThat(vault.open(subject, sealed)).contains(SECRET);
    }

    @Test
    void aDestroyedSubjectCanNeitherBeOpenedNorSealedAgain() {
        var subject = Story.id();
        var sealed = vault.seal(subject, SECRET).orElseThrow();

        // when
        vault.destroy(subject);

        // then
        assertThat(vault.open(subject, sealed)).isEmpty();
        assertThat(vault.seal(subject, SECRET)).isEmpty();
    }

    @Test
    void whatBelongsToOneSubjectDoesNotOpenForAnother() {
        var sealed = vault.seal(Story.id(), SECRET).orElseThrow();
        var other = Story.id();
        vault.seal(other, SECRET);

        assertThatThrownBy(() -> vault.open(other, sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMasterKeyOfAnotherLengthIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new Vault(jdbi, "c2hvcnQ="))
                .hasMessageContaining("redress.notification.master-key");
    }
}
