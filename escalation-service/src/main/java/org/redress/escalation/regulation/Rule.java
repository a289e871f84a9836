package org.redress.escalation.regulation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One number of a law.
 *
 * @param clock what it times; of the rules of a pack with the same clock one holds at a time
 * @param article where it stands; none if that was not verified
 * @param from the first day on which it holds; none if that was not verified
 * @param until the last day on which it holds
 * @param begins what of a case begins the time; nothing that is known here, if null, and then no
 *     clock can be run by it
 * @param starts what begins the time, in the words of the law
 * @param binds who has to keep it
 * @param onlyIf when it holds; always, if nothing is said
 * @param prolongs the clock to which this time is added; none if it stands alone
 */
public record Rule(
        @JsonProperty(required = true) String clock,
        @JsonProperty(required = true) String law,
        @Nullable String article,
        @JsonProperty(required = true) String source,
        @JsonProperty(required = true) Mark mark,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @JsonProperty(required = true) Term within,
        @Nullable Begins begins,
        @JsonProperty(required = true) Words starts,
        @JsonProperty(required = true) Words binds,
        @Nullable Words onlyIf,
        @Nullable String prolongs) {

    /** How far a number was verified. */
    public enum Mark {
        /** Read in the text of the law. */
        V("已核对原文", "read in the text"),
        /** Second-hand. */
        S("二手来源", "second-hand"),
        /** Not verified. */
        U("未核实", "not verified");

        private final String zh;
        private final String en;

        Mark(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        Words words() {
            return new Words(zh, en);
        }
    }

    /** What happens to a case. */
    public enum Begins {
        /** It was registered: as early as can be known here of what the law counts from. */
        RECEIVED,
        /** It was assigned to a unit for the first time. */
        ACCEPTED
    }

    /** In what a term is counted. */
    public enum Unit {
        HOURS("小时", "hours"),
        CALENDAR_DAYS("日", "days"),
        /** China's 工作日. */
        WORKING_DAYS("个工作日", "working days"),
        BUSINESS_DAYS("个营业日", "business days");

        private final String zh;
        private final String en;

        Unit(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        Words words() {
            return new Words(zh, en);
        }
    }

    /** How long. */
    public record Term(
            @JsonProperty(required = true) int number, @JsonProperty(required = true) Unit unit) {}

    boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    boolean overlaps(Rule other) {
        return clock.equals(other.clock) && meets(other);
    }

    /** Whether there is a day on which both hold. */
    boolean meets(Rule other) {
        return (until == null || other.from == null || !other.from.isAfter(until))
                && (other.until == null || from == null || !from.isAfter(other.until));
    }
}
