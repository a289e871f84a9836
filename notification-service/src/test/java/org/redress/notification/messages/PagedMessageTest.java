package org.redress.notification.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.notification.cases.Mode;
import org.redress.notification.cases.Origin;
import org.redress.notification.mails.News.Outcome;
import org.redress.notification.mails.Page;
import org.redress.notification.messages.PagedMessage.End;

class PagedMessageTest {

    private static final Instant AT = Instant.parse("2026-11-21T06:00:00Z");

    @Test
    void only_who_took_it_has_it() {
        assertThat(ended(Outcome.TAKEN, "zhang.lei").isTakenByReader()).isTrue();
        assertThat(ended(Outcome.TAKEN, "he.jing").isTakenByReader()).isFalse();
        assertThat(ended(Outcome.TAKEN, "he.jing").taken()).isPresent();
    }

    @Test
    void who_resolved_it_has_it_no_more() {
        assertThat(ended(Outcome.RESOLVED, "zhang.lei").isTakenByReader()).isFalse();
        assertThat(ended(Outcome.RESOLVED, "zhang.lei").taken()).isEmpty();
        assertThat(ended(Outcome.WITHDRAWN, null).taken()).isEmpty();
    }

    private static PagedMessage ended(Outcome outcome, @Nullable String by) {
        var page =
                new Page(
                        "p-1",
                        "hq/quality",
                        "duty-officer",
                        "A",
                        1,
                        1,
                        "HIGH",
                        "OTHER",
                        "SEVERITY",
                        null,
                        null,
                        AT,
                        List.of());
        return new PagedMessage(
                UUID.randomUUID(),
                new Origin(Mode.REAL, null, null, null),
                null,
                "zhang.lei",
                "e-1",
                page,
                Optional.of(new End(outcome, by, AT)));
    }
}
