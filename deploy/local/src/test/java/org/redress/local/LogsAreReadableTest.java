package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsAreReadableTest {

    @Test
    void aLineOfJsonBecomesALineForPeople() {
        assertThat(
                        WorkCommands.readable(
                                "{\"timestamp\":\"2026-11-24T10:00:00Z\",\"level\":\"INFO\","
                                        + "\"message\":\"case registered caseId=1\",\"hostName\":\"x\"}"))
                .isEqualTo("2026-11-24T10:00:00Z INFO  case registered caseId=1");
    }

    @Test
    void whatIsNoJsonStaysAsItIs() {
        assertThat(WorkCommands.readable("starting")).isEqualTo("starting");
        assertThat(WorkCommands.readable("{broken")).isEqualTo("{broken");
    }

    @Test
    void whoeverMistypesANameIsToldTheNearest(@TempDir Path logs) throws Exception {
        Files.createFile(logs.resolve("intake.log"));
        Files.createFile(logs.resolve("intake.log.1"));

        assertThat(WorkCommands.missing("intak", logs))
                .isEqualTo("There is no log of intak. Did you mean intake?");
        assertThat(WorkCommands.missing("xylophone", logs)).endsWith("log of xylophone.");
    }
}
