package org.redress.escalation.clocks.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.calendar.RoundTheClock;
import org.redress.escalation.calendar.Stretch;
import org.redress.escalation.clocks.ledger.Cause.Pause;
import org.redress.escalation.clocks.ledger.Cause.Step;

/**
 * How the due instant of a ledger came about, in sentences: when it began and on which terms, each
 * day that counted and how much of it, each pause, extension and re-base with who made it, and
 * whether the ledger or the promise binds. Dates and hours are those of one zone, the reader's.
 */
public final class Explanation {

    private final ZoneId zone;
    private final List<Sentence> sentences = new ArrayList<>();

    private Explanation(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The sentences in the order in which things happened.
     *
     * @param promisedAt what the customer was told, if anything
     */
    public static List<Sentence> of(Ledger ledger, @Nullable Instant promisedAt, ZoneId zone) {
        var explanation = new Explanation(zone);
        explanation.explain(ledger);
        explanation.conclude(ledger, promisedAt);
        return List.copyOf(explanation.sentences);
    }

    private void explain(Ledger ledger) {
        List<Segment> segments = ledger.segments();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            boolean isLast = i == segments.size() - 1;
            sayWhy(ledger, segment, i == 0 ? segment.terms() : segments.get(i - 1).terms());
            if (!segment.isPaused()) {
                sayDays(
                        segment,
                        isLast ? ledger.dueAt().orElseThrow() : segments.get(i + 1).from());
            }
        }
    }

    private void sayWhy(Ledger ledger, Segment segment, Terms before) {
        Terms terms = segment.terms();
        Instant at = segment.from();
        String by = segment.by().id();
        switch (segment.cause()) {
            case Step.STARTED ->
                    say(
                            "%s（%s）开始计时：%s。".formatted(zh(at), zone, zh(terms)),
                            "It began on %s (%s): %s.".formatted(en(at), zone, en(terms)));
            case Step.RESUMED ->
                    say(
                            "%s %s恢复计时，暂停的时间不计。".formatted(zh(at), by),
                            "%s let it run again on %s; the pause did not count."
                                    .formatted(by, en(at)));
            case Step.REBASED ->
                    say(
                            "%s %s改按新的规则：%s；已计的%s不变。"
                                    .formatted(zh(at), by, zh(terms), zh(ledger.spent(at))),
                            "%s put it on other terms on %s: %s; the %s that had run stay."
                                    .formatted(by, en(at), en(terms), en(ledger.spent(at))));
            case Step.EXTENDED -> {
                Duration more = terms.budget().minus(before.budget());
                say(
                        "%s %s延长%s，共%s。".formatted(zh(at), by, zh(more), zh(terms.budget())),
                        "%s extended it on %s by %s, to %s."
                                .formatted(by, en(at), en(more), en(terms.budget())));
            }
            case Pause pause ->
                    say(
                            "%s %s暂停计时，等待%s。".formatted(zh(at), by, zh(pause)),
                            "%s paused it on %s to wait for %s.".formatted(by, en(at), en(pause)));
        }
    }

    private void sayDays(Segment segment, Instant to) {
        List<Stretch> counted = segment.terms().calendar().counted(segment.from(), to);
        if (segment.terms().calendar() instanceof RoundTheClock) {
            counted.forEach(all ->
                    say(
                            "至%s每小时均计，共%s。".formatted(zh(to), zh(all.length())),
                            "Every hour until %s counted: %s."
                                    .formatted(en(to), en(all.length()))));
            return;
        }
        Map<LocalDate, List<Stretch>> days = byDay(counted);
        LocalDate next = day(segment.from());
        for (var day : days.entrySet()) {
            sayIdle(next, day.getKey());
            sayCounted(day.getKey(), day.getValue());
            next = day.getKey().plusDays(1);
        }
        sayIdle(next, day(to));
    }

    private Map<LocalDate, List<Stretch>> byDay(List<Stretch> stretches) {
        Map<LocalDate, List<Stretch>> days = new TreeMap<>();
        for (Stretch stretch : stretches) {
            for (Instant at = stretch.from(); at.isBefore(stretch.to()); ) {
                LocalDate day = day(at);
                Instant midnight = day.plusDays(1).atStartOfDay(zone).toInstant();
                Instant end = stretch.to().isBefore(midnight) ? stretch.to() : midnight;
                days.computeIfAbsent(day, _ -> new ArrayList<>()).add(new Stretch(at, end));
                at = end;
            }
        }
        return days;
    }

    private void sayCounted(LocalDate day, List<Stretch> stretches) {
        String hours =
                stretches.stream()
                        .map(stretch -> hour(stretch.from()) + "–" + end(day, stretch.to()))
                        .collect(Collectors.joining(", "));
        Duration length =
                stretches.stream().map(Stretch::length).reduce(Duration.ZERO, Duration::plus);
        say(
                "%s：计%s（%s）。".formatted(zh(day), zh(length), hours.replace(", ", "、")),
                "%s: %s counted (%s).".formatted(en(day), en(length), hours));
    }

    /** Days from the first, inclusive, to the next, exclusive, on which nothing counted. */
    private void sayIdle(LocalDate first, LocalDate next) {
        LocalDate last = next.minusDays(1);
        if (first.equals(last)) {
            say(zh(first) + "：不计。", en(first) + ": nothing counted.");
        } else if (first.isBefore(last)) {
            say(
                    "%s至%s：不计。".formatted(zh(first), zh(last)),
                    "%s to %s: nothing counted.".formatted(en(first), en(last)));
        }
    }

    private void conclude(Ledger ledger, @Nullable Instant promisedAt) {
        ledger.dueAt()
                .ifPresentOrElse(
                        due ->
                                say(
                                        "%s到期。".formatted(zh(due)),
                                        "It is due on %s.".formatted(en(due))),
                        () -> sayPaused(ledger));
        if (promisedAt == null) {
            return;
        }
        boolean promiseBinds = ledger.dueAt().filter(due -> !promisedAt.isBefore(due)).isEmpty();
        if (promiseBinds) {
            say(
                    "已答复客户的时限为%s，以此为准。".formatted(zh(promisedAt)),
                    "The customer was promised %s: that binds.".formatted(en(promisedAt)));
        } else {
            say(
                    "已答复客户的时限为%s，不早于到期时间，以到期时间为准。".formatted(zh(promisedAt)),
                    "The customer was promised %s, which is not earlier: the clock binds."
                            .formatted(en(promisedAt)));
        }
    }

    private void sayPaused(Ledger ledger) {
        Duration remaining = ledger.remaining(ledger.segments().getLast().from());
        Duration left = remaining.isNegative() ? Duration.ZERO : remaining;
        say("计时已暂停，尚余%s。".formatted(zh(left)), "It is paused; %s are left.".formatted(en(left)));
    }

    private void say(String zh, String en) {
        sentences.add(new Sentence(zh, en));
    }

    private static String zh(Terms terms) {
        return "时限%s，按组织第%d版的日历%s"
                .formatted(zh(terms.budget()), terms.organisation(), terms.calendar().name());
    }

    private static String en(Terms terms) {
        return "%s by the calendar %s of organisation version %d"
                .formatted(en(terms.budget()), terms.calendar().name(), terms.organisation());
    }

    private static String zh(Pause pause) {
        return switch (pause) {
            case CUSTOMER -> "客户";
            case INFORMATION -> "补充信息";
            case APPROVAL -> "审批";
        };
    }

    private static String en(Pause pause) {
        return switch (pause) {
            case CUSTOMER -> "the customer";
            case INFORMATION -> "information";
            case APPROVAL -> "approval";
        };
    }

    private String zh(Instant at) {
        return zh(day(at)) + hour(at);
    }

    private String en(Instant at) {
        return en(day(at)) + " " + hour(at);
    }

    private static String zh(LocalDate day) {
        return day + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE);
    }

    private static String en(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + day;
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private String hour(Instant at) {
        return LocalTime.ofInstant(at, zone).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String end(LocalDate day, Instant at) {
        return day(at).equals(day) ? hour(at) : "24:00";
    }

    private static String zh(Duration duration) {
        return text(duration, "小时", "分钟", "秒", "");
    }

    private static String en(Duration duration) {
        return text(duration, " h", " min", " s", " ");
    }

    private static String text(
            Duration duration, String hours, String minutes, String seconds, String between) {
        List<String> parts = new ArrayList<>();
        if (duration.toHours() > 0) {
            parts.add(duration.toHours() + hours);
        }
        if (duration.toMinutesPart() > 0) {
            parts.add(duration.toMinutesPart() + minutes);
        }
        if (duration.toSecondsPart() > 0 || parts.isEmpty()) {
            parts.add(duration.toSecondsPart() + seconds);
        }
        return String.join(between, parts);
    }
}
