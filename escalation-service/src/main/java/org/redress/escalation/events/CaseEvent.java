package org.redress.escalation.events;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.cases.Assessment;
import org.redress.escalation.cases.CaseClass;
import org.redress.escalation.cases.CaseId;
import org.redress.escalation.cases.CaseNumber;
import org.redress.escalation.cases.Channel;
import org.redress.escalation.cases.Origin;
import org.redress.escalation.cases.Priority;
import org.redress.escalation.cases.Promises;
import org.redress.escalation.cases.ResponseLevel;
import org.redress.escalation.cases.Severity;
import org.redress.escalation.cases.Tier;
import org.redress.escalation.cases.UnitPath;
import org.redress.escalation.handling.Satisfaction;
import org.redress.platform.web.UnitPaths;

/** What is read about a case, of the topics redress.cases and redress.assessments. */
sealed interface CaseEvent {

    CaseId caseId();

    int round();

    /** What customer or staff said in their own words, if anything. */
    default @Nullable String words() {
        return null;
    }

    /** The same event with other words, or none. */
    default CaseEvent with(@Nullable String words) {
        return this;
    }

    record CaseRegistered(
            CaseId caseId,
            CaseNumber caseNumber,
            int round,
            Instant occurredAt,
            Actor actor,
            List<Promise> timetable,
            @Nullable String channel,
            @Nullable Incident incident,
            @Nullable String customerId)
            implements CaseEvent {
        public CaseRegistered {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(caseNumber, "caseNumber");
            timetable = timetable == null ? List.of() : List.copyOf(timetable);
        }

        /** By when the customer hears what; the confirmation is intake's own matter. */
        record Promise(String milestone, Instant dueAt) {
            Promise {
                Objects.requireNonNull(milestone, "milestone");
                Objects.requireNonNull(dueAt, "dueAt");
            }
        }

        /** What happened, of which only the unit is read here. */
        record Incident(@Nullable String unit) {}

        /** What cannot be read of it must not cost the case. */
        Origin origin() {
            return new Origin(
                    Optional.ofNullable(channel).flatMap(Channel::named).orElse(null),
                    Optional.ofNullable(incident)
                            .map(Incident::unit)
                            .filter(UnitPaths::isPath)
                            .map(UnitPath::new)
                            .orElse(null),
                    customerId);
        }

        Promises promises() {
            return new Promises(promised("FIRST_RESPONSE"), promised("RESOLUTION"));
        }

        private @Nullable Instant promised(String milestone) {
            return timetable.stream()
                    .filter(promise -> promise.milestone().equals(milestone))
                    .map(Promise::dueAt)
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    /** The owner unit is read as text: one that is none of ours must not cost the severity. */
    record CaseAssessed(
            CaseId caseId,
            int round,
            Actor actor,
            int revision,
            CaseClass caseClass,
            String category,
            Severity severity,
            ResponseLevel responseLevel,
            Priority priority,
            Tier tier,
            @Nullable String ownerUnit)
            implements CaseEvent {
        public CaseAssessed {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(caseClass, "caseClass");
            Objects.requireNonNull(category, "category");
            Objects.requireNonNull(severity, "severity");
            Objects.requireNonNull(responseLevel, "responseLevel");
            Objects.requireNonNull(priority, "priority");
            Objects.requireNonNull(tier, "tier");
            if (revision < 1) {
                throw new IllegalArgumentException("revision must be 1 or more");
            }
        }

        /** The unit as it was told, unless it is no path at all: then it may be anybody's words. */
        String unitIfAnyPath() {
            return ownerUnit != null && ownerUnit.matches("[a-z0-9/-]{1,200}")
                    ? ownerUnit
                    : "malformed";
        }

        /** The assessment for the unit that owns the case by it, whatever was told. */
        Assessment assessment(UnitPath owner) {
            return new Assessment(
                    revision, caseClass, category, severity, responseLevel, priority, tier, owner);
        }
    }

    record SatisfactionRecorded(
            CaseId caseId,
            int round,
            Actor actor,
            Satisfaction.Outcome outcome,
            int attempt,
            @Nullable String note)
            implements CaseEvent {
        public SatisfactionRecorded {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(outcome, "outcome");
        }

        @Override
        public @Nullable String words() {
            return note;
        }

        @Override
        public CaseEvent with(@Nullable String words) {
            return new SatisfactionRecorded(caseId, round, actor, outcome, attempt, words);
        }

        Satisfaction satisfaction() {
            return new Satisfaction(round, outcome, attempt, note);
        }
    }

    /** A conversation with the customer, of whose words nothing is read here. */
    record CaseContacted(CaseId caseId, int round, Actor actor, @Nullable String reason)
            implements CaseEvent {
        public CaseContacted {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(actor, "actor");
        }

        /** Whether the customer asks again, and wants it to go on. */
        boolean urges() {
            return "URGED".equals(reason);
        }
    }

    record CaseWithdrawn(CaseId caseId, int round, Actor actor, @Nullable String reason)
            implements CaseEvent {
        public CaseWithdrawn {
            Objects.requireNonNull(caseId, "caseId");
            Objects.requireNonNull(actor, "actor");
        }

        @Override
        public @Nullable String words() {
            return reason;
        }

        @Override
        public CaseEvent with(@Nullable String words) {
            return new CaseWithdrawn(caseId, round, actor, words);
        }
    }
}
