package org.redress.intake.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactCardTest {

    private static final ContactCard CARD =
            new ContactCard("李娜", new PhoneNumber("+8613800138000"), "li.na@example.com");

    @Test
    void masked_it_is_enough_to_ask_whether_it_is_right() {
        assertThat(CARD.masked(false).name()).isEqualTo("李娜");
        assertThat(CARD.masked(false).phone()).isEqualTo("**********8000");
        assertThat(CARD.masked(false).email()).isEqualTo("l***@example.com");
    }

    @Test
    void a_public_figures_name_is_masked_as_well() {
        assertThat(CARD.masked(true).name()).isEqualTo("李**");
    }

    @Test
    void it_never_prints_itself() {
        assertThat(CARD + "" + CARD.inFull() + CARD.masked(true) + CARD.phone())
                .doesNotContain("李娜", "1380013", "li.na");
    }

    @ParameterizedTest
    @CsvSource({
        "138 0013 8000, +8613800138000",
        "0731-88221133, +8673188221133",
        "+86 138-0013-8000, +8613800138000",
        "+1 202 555 0143, +12025550143",
        "+44 20 7946 0958, +442079460958"
    })
    void a_phone_number_is_kept_as_E_164(String written, String e164) {
        assertThat(PhoneNumber.parse(written, "CN")).contains(new PhoneNumber(e164));
    }

    @ParameterizedTest
    @CsvSource({
        "110, true",
        "8001, true",
        "123456, true",
        "13800138000, true",
        "+1 202 555 0143, true",
        "12, false",
        "123456789012345678, false",
        "anonymous, false",
        "(), false"
    })
    void a_call_may_come_from_a_number_or_an_extension_of_the_house(
            String written, boolean possible) {
        assertThat(PhoneNumber.isPossible(written, "CN")).isEqualTo(possible);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "123", "1380013800", "+999 1234567", "138001380000000"})
    void what_nobody_can_dial_is_no_phone_number(String written) {
        assertThat(PhoneNumber.parse(written, "CN")).isEmpty();
    }
}
