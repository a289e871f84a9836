package org.redress.escalation.regulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.redress.escalation.regulation.Rule.Unit;

/** A rule of a pack, by which a clock can be run. */
public record Law(Pack pack, Rule rule) {

    /**
     * How a clock names it: the pack, what is timed, and since when the law says so. Two laws of
     * one kind, the one before a day and the other from then on, have two.
     */
    public String reference() {
        return "%s/%s@%s"
                .formatted(pack.kind(), rule.clock(), rule.from() == null ? "" : rule.from());
    }

    /** Whether it counts hours or days of the calendar, and not days on which is worked. */
    public boolean countsEveryHour() {
        return switch (rule.within().unit()) {
            case HOURS, CALENDAR_DAYS -> true;
            case WORKING_DAYS, BUSINESS_DAYS -> false;
        };
    }

    /**
     * How much of its calendar it gives. A day is 24 hours from the hour at which the time began:
     * never later than a law that counts from the day after.
     */
    public Duration within() {
        int number = rule.within().number();
        return rule.within().unit() == Unit.HOURS
                ? Duration.ofHours(number)
                : Duration.ofDays(number);
    }

    /** What it says, where, how far that was verified, and that lawyers have to check it. */
    public List<Words> words() {
        Rule.Term term = rule.within();
        String where = rule.law() + (rule.article() == null ? "" : " " + rule.article());
        return List.of(
                new Words(
                        "依据%s：自%s起%d%s。"
                                .formatted(
                                        where,
                                        rule.starts().zh(),
                                        term.number(),
                                        term.unit().words().zh()),
                        "The law %s gives %d %s from when %s."
                                .formatted(
                                        where,
                                        term.number(),
                                        term.unit().words().en(),
                                        rule.starts().en())),
                new Words(
                        "来源：%s，截至%s；%s。%s"
                                .formatted(
                                        rule.source(),
                                        pack.asOf(),
                                        rule.mark().words().zh(),
                                        pack.notice().zh()),
                        "Source: %s, as of %s; %s. %s"
                                .formatted(
                                        rule.source(),
                                        pack.asOf(),
                                        rule.mark().words().en(),
                                        pack.notice().en())));
    }

    /** The rule that allows more time, if there is one. */
    public Optional<Law> extension() {
        return pack.rules().stream()
                .filter(other -> rule.clock().equals(other.prolongs()) && rule.meets(other))
                .findFirst()
                .map(other -> new Law(pack, other));
    }
}
