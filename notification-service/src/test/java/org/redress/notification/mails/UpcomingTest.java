package org.redress.notification.mails;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.notification.mails.Page.Next;
import org.redress.notification.recipients.Language;

/** Who is called next: only whom the reader may still forestall, and not a whole list. */
class UpcomingTest {

    private final Upcoming upcoming =
            new Upcoming(new TenantTime(Samples.SHANGHAI), String::toUpperCase);

    @Test
    void whose_time_has_come_is_not_next_any_more() {
        assertThat(told(next(-1, "a"), next(0, "b"), next(60, "c"))).isEqualTo("03:08: C (A)");
        assertThat(told(next(-1, "a"), next(0, "b"))).isNull();
    }

    @Test
    void three_are_named_however_many_there_are() {
        assertThat(told(next(60, "a"), next(120, "b"), next(180, "c"), next(240, "d")))
                .isEqualTo("03:08: A (A), then B, then C");
    }

    @Test
    void whoever_is_called_again_after_the_next_is_named_once() {
        assertThat(told(next(60, "a"), next(120, "b"), next(180, "b")))
                .isEqualTo("03:08: A (A), then B");
    }

    @Test
    void a_long_name_is_cut() {
        var name = "x".repeat(60);

        assertThat(told(next(60, name))).isEqualTo("03:08: " + "X".repeat(39) + "… (A)");
    }

    private String told(Next... next) {
        return upcoming.inWords(List.of(next), Samples.NOW, Language.EN);
    }

    private static Next next(int inSeconds, String personId) {
        return new Next(Samples.NOW.plusSeconds(inSeconds), "duty-officer", "A", personId);
    }
}
