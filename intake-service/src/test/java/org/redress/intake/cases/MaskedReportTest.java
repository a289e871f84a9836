package org.redress.intake.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedReportTest {

    @Test
    void of_the_callers_number_only_the_last_four_digits_are_shown() {
        var call = new Call("cc-1", "13800138000", "A7", 18, null);

        assertThat(call.masked()).isEqualTo(new Call("cc-1", "*******8000", "A7", 18, null));
        assertThat(new Call("cc-1", "110", null, null, null).masked().callerNumber())
                .isEqualTo("110");
    }
}
