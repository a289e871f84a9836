package org.redress.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WhatAJobDidIsWrittenDownTest {

    @Test
    void as_the_services_write_down_what_administrators_do() {
        var now = Instant.parse("2026-11-30T12:00:00Z");

        assertThat(JobAudit.of("triage", "replay", "all", "3 replayed", now).line())
                .isEqualTo(
                        "{\"timestamp\":\"2026-11-30T12:00:00Z\",\"loggerName\":\"redress.audit\","
                                + "\"level\":\"INFO\",\"message\":\"actor=job/triage act=replay"
                                + " target=all outcome='3 replayed'\"}");
    }
}
