package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupCacheTest {

    @TempDir Path folder;

    private Path jars;
    private StartupCache cache;

    @BeforeEach
    void aProgram() throws Exception {
        jars = Files.createDirectories(folder.resolve("jars"));
        Files.writeString(jars.resolve("program.jar"), "one");
        cache = new StartupCache(folder.resolve("caches"), true);
    }

    @Test
    void isRecordedByTheFirstRunAndUsedByTheNext() throws Exception {
        // when
        List<String> first = cache.options("intake", jars);
        Files.writeString(fileOf(first), "what the JDK wrote");

        // then
        assertThat(StartupCache.isRecordedBy(first)).isTrue();
        assertThat(cache.options("intake", jars)).containsExactly("-XX:AOTCache=" + fileOf(first));
    }

    @Test
    void isMadeAnewWhenAJarHasChangedAndTheOldOneIsForgotten() throws Exception {
        // given
        Path old = fileOf(cache.options("intake", jars));
        Files.writeString(old, "what the JDK wrote");

        // when
        Files.writeString(jars.resolve("program.jar"), "another");
        List<String> options = cache.options("intake", jars);

        // then
        assertThat(StartupCache.isRecordedBy(options)).isTrue();
        assertThat(fileOf(options)).isNotEqualTo(old);
        assertThat(old).doesNotExist();
    }

    @Test
    void isNotMadeWhereThatWouldOnlyTakeTime() {
        StartupCache forTests = new StartupCache(folder.resolve("caches"), false);

        assertThat(forTests.options("intake", jars)).isEmpty();
    }

    private static Path fileOf(List<String> options) {
        String option = options.getFirst();
        return Path.of(option.substring(option.indexOf('=') + 1));
    }
}
