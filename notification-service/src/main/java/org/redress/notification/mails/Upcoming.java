package org.redress.notification.mails;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.notification.mails.Page.Next;
import org.redress.notification.recipients.Language;

/** Who is called next, in words such as {@code 23:48: 何静 (B), then 徐强}. */
record Upcoming(TenantTime time, UnaryOperator<String> names) {
    private static final int MOST = 3;

    /** Whoever is still to be called after this instant; null when nobody is. */
    @Nullable String inWords(List<Next> next, Instant now, Language language) {
        var coming = next.stream().filter(one -> one.at().isAfter(now)).limit(MOST).toList();
        if (coming.isEmpty()) {
            return null;
        }
        var first = coming.getFirst();
        var name = OneLine.of(names.apply(first.personId()), 40);
        var rest =
                coming.stream()
                        .skip(1)
                        .map(one -> OneLine.of(names.apply(one.personId()), 40))
                        .distinct();
        return switch (language) {
            case ZH ->
                    "%s %s（%s角）".formatted(time.clock(first.at()), name, first.holder())
                            + rest.map(one -> "，之后" + one).collect(Collectors.joining());
            case EN ->
                    "%s: %s (%s)".formatted(time.clock(first.at()), name, first.holder())
                            + rest.map(one -> ", then " + one).collect(Collectors.joining());
        };
    }
}
