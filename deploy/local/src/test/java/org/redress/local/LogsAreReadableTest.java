package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsAreReadableTest {

    @Test
    void a_line_of_json_becomes_a_line_for_people() {
        assertThat(
                        WorkCommands.readable(
                                "{\"timestamp\":\"2026-11-24T10:00:00Z\",\"level\":\"INFO\","
                                        + "\"message\":\"case registered caseId=1\",\"hostName\":\"x\"}"))
                .isEqualTo("2026-11-24T10:00:00Z INFO  case registered caseId=1");
    }

    @Test
    void what_is_no_json_stays_as_it_is() {
        assertThat(WorkCommands.readable("starting")).isEqualTo("starting");
        assertThat(WorkCommands.readable("{broken")).isEqualTo("{broken");
    }

    @Test
    void whoever_mistypes_a_name_is_told_which_there_are(@TempDir Path logs) throws Exception {
        Files.createFile(logs.resolve("intake.log"));
        Files.createFile(logs.resolve("intake.log.1"));

        Files.createFile(logs.resolve("kafka.log"));

        assertThat(WorkCommands.missing("intak", logs))
                .isEqualTo("There is no log of intak. There are: intake kafka.");
    }
}
