package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir Path folder;

    @Test
    void are_made_once_and_kept_for_their_owner_only() throws Exception {
        // when
        String password = Secrets.in(folder).password("intake");
        String key = Secrets.in(folder).key("links");

        // then
        assertThat(Secrets.in(folder).password("intake")).isEqualTo(password);
        assertThat(Secrets.in(folder).password("triage")).isNotEqualTo(password);
        assertThat(Base64.getDecoder().decode(Secrets.in(folder).key("links"))).hasSize(32);
        assertThat(key).isNotEqualTo(password);
        assertThat(Files.getPosixFilePermissions(folder.resolve("secrets.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
