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
 * @param starts what begins the time
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
        @JsonProperty(required = true) Words starts,
        @JsonProperty(required = true) Words binds,
        @Nullable Words onlyIf,
        @Nullable String prolongs) {

    /** How far a number was verified. */
    public enum Mark {
        /** Read in the text of the law. */
        V,
        /** Second-hand. */
        S,
        /** Not verified. */
        U
    }

    /** In what a term is counted. */
    public enum Unit {
        HOURS,
        CALENDAR_DAYS,
        /** China's 工作日. */
        WORKING_DAYS,
        BUSINESS_DAYS
    }

    /** How long. */
    public record Term(
            @JsonProperty(required = true) int number, @JsonProperty(required = true) Unit unit) {}

    boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    boolean overlaps(Rule other) {
        return clock.equals(other.clock)
                && (until == null || other.from == null || !other.from.isAfter(until))
                && (other.until == null || from == null || !from.isAfter(other.until));
    }
}
