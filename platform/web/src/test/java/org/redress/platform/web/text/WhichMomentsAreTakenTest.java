package org.redress.platform.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhichMomentsAreTakenTest {

    @ParameterizedTest
    @CsvSource({
        "1999-12-31T23:59:59.999999999Z, false",
        "2000-01-01T00:00:00Z, true",
        "2100-12-31T23:59:59.999999999Z, true",
        "2101-01-01T00:00:00Z, false",
    })
    void those_of_the_years_2000_to_2100(Instant moment, boolean taken) {
        assertThat(Moments.isSensible(moment)).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({
        "1899-12-31, false",
        "1900-01-01, true",
        "2100-12-31, true",
        "2101-01-01, false",
    })
    void and_days_of_the_years_1900_to_2100(LocalDate day, boolean taken) {
        assertThat(Moments.isSensible(day)).isEqualTo(taken);
    }

    @Test
    void and_none_that_is_not_there() {
        assertThat(Moments.isSensible((Instant) null)).isFalse();
        assertThat(Moments.isSensible((LocalDate) null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T06:02Z, true",
        "2026-11-21T06:02:10Z, true",
        "2026-11-21T06:02:10.123456789Z, true",
        "2026-11-21T06:02:10+08:00, true",
        "2026-11-21T06:02:10.1234567890Z, false",
        "2026-11-21T06:02:10, false",
        "2026-11-21T06:02:10+08, false",
        "+2026-11-21T06:02:10Z, false",
        "2026-11-21t06:02:10z, false",
    })
    void written_with_their_zone(String text, boolean written) {
        assertThat(Moments.isWritten(text)).isEqualTo(written);
    }
}
