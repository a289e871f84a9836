package org.redress.triage.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.redress.platform.testing.Statements;
import org.redress.triage.WithTriage;

/** The statements that the database executes for cases. */
@WithTriage
class WhatACaseCostsTest {

    private static final String OF_CASES =
            "insert into messaging|case_file|assessment|parked_correction";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Test
    void a_case_is_taken_in_kept_and_told_by_three_statements() {
        var statements = Statements.of(url);

        Story.at("hq").registered("洗衣机漏电，手麻").assessed(1);

        assertThat(statements.count(OF_CASES)).as("%s", statements.like(OF_CASES)).isEqualTo(3);
    }
}
