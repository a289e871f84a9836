package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogsAreReadableTest {

    @Test
    void aLineOfJsonBecomesALineForPeople() {
        assertThat(
                        LogsCommand.readable(
                                "{\"timestamp\":\"2026-11-24T10:00:00Z\",\"level\":\"INFO\","
                                        + "\"message\":\"case registered caseId=1\",\"hostName\":\"x\"}"))
                .isEqualTo("2026-11-24T10:00:00Z INFO  case registered caseId=1");
    }

    @Test
    void whatIsNoJsonStaysAsItIs() {
        assertThat(LogsCommand.readable("starting")).isEqualTo("starting");
        assertThat(LogsCommand.readable("{broken")).isEqualTo("{broken");
    }
}
