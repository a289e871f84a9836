package org.redress.reporting.facts;

import static java.util.Objects.requireNonNullElse;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.redress.reporting.events.CaseEvent;
import org.redress.reporting.events.CaseId;
import org.redress.reporting.events.CaseNumber;
import org.redress.reporting.events.Code;
import org.redress.reporting.events.News;
import org.redress.reporting.events.UnitPath;

/**
 * All that is countable of one case, as far as it has been told.
 *
 * <p>Kafka keeps order within one key of one topic only, so an assignment may come before the
 * registration that it follows. Each component is therefore either the newest statement, by its
 * {@link Stamp}, or a set that only grows; {@link #with} gives the same fact for every order of the
 * same events, and an event that comes twice changes nothing.
 *
 * <p>Two services name the unit and the tier. Who handles a case is escalation's to say; until it
 * has, the assessment tells who should. So no statement of one is compared with one of the other.
 *
 * @param ownerUnit the unit that escalation said last
 * @param tier the tier that escalation said last
 * @param round the highest round that any event named
 * @param satisfaction what the customer said last, by round
 * @param offers what the customer was offered, by its id
 */
public record CaseFact(
        CaseId caseId,
        @Nullable CaseNumber caseNumber,
        @Nullable Latest<Registration> registration,
        @Nullable Latest<News.Flags> flags,
        @Nullable Latest<News.Assessed> assessment,
        @Nullable Latest<UnitPath> ownerUnit,
        @Nullable Latest<Code> tier,
        @Nullable Latest<Standing> standing,
        @Nullable Latest<News.Verified> verdict,
        int round,
        SortedMap<Integer, Latest<Code>> satisfaction,
        SortedMap<String, Latest<Offer>> offers,
        Marks marks) {

    public CaseFact {
        offers = requireNonNullElse(offers, Collections.emptySortedMap());
    }

    /** What a customer was offered, and how far that has come. */
    public record Offer(State state, News.Money money) {

        /** As far as it counts. */
        enum State {
            OPEN,
            PROMISED,
            PAID,
            GONE
        }

        static Offer of(News.Compensated told) {
            State state =
                    switch (told) {
                        case News.CompensationOffered _ -> State.OPEN;
                        case News.CompensationApproved _, News.CompensationAccepted _ ->
                                State.PROMISED;
                        case News.CompensationPaid _ -> State.PAID;
                        case News.CompensationRefused _,
                                News.CompensationDeclined _,
                                News.CompensationWithdrawn _ ->
                                State.GONE;
                    };
            return new Offer(state, told.money());
        }

        boolean isPromised() {
            return state == State.PROMISED || state == State.PAID;
        }
    }

    /** What is fixed once a case is registered. */
    public record Registration(Code mode, News.Registered told) {}

    /** Where the handling stands, and how it ended if it did. */
    public record Standing(Code status, @Nullable Code closedAs) {
        static final Standing NEW = new Standing(new Code("NEW"), null);

        static Standing of(News.Standing told) {
            return new Standing(
                    told.status(), told instanceof News.Closed closed ? closed.closedAs() : null);
        }

        boolean hasEnded() {
            return status.is("CLOSED");
        }
    }

    /** A case of which nothing has been told. */
    public static CaseFact unknown(CaseId caseId) {
        return new CaseFact(
                caseId,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                1,
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                Marks.NONE);
    }

    /** This fact and what the event tells; neither order nor repetition matters. */
    public CaseFact with(CaseEvent event) {
        News news = event.news();
        Stamp stamp = Stamp.of(event);
        return new CaseFact(
                caseId,
                event.about().caseNumber(),
                news instanceof News.Registered told
                        ? Latest.of(registration, stamp, new Registration(event.mode(), told))
                        : registration,
                news instanceof News.Flagged told && told.flags() != null
                        ? Latest.of(flags, stamp, told.flags())
                        : flags,
                news instanceof News.Assessed told
                        ? Latest.of(assessment, stamp.ranked(told.revision()), told)
                        : assessment,
                news instanceof News.Assigned told
                        ? Latest.of(ownerUnit, stamp, told.ownerUnit())
                        : ownerUnit,
                news instanceof News.Tiered told ? Latest.of(tier, stamp, told.tier()) : tier,
                news instanceof News.Standing told
                        ? Latest.of(standing, stamp, Standing.of(told))
                        : standing,
                news instanceof News.Verified told ? Latest.of(verdict, stamp, told) : verdict,
                Math.max(round, event.about().round()),
                news instanceof News.SatisfactionRecorded told
                        ? said(event.about().round(), stamp, told.outcome())
                        : satisfaction,
                news instanceof News.Compensated told ? offered(stamp, told) : offers,
                marks.with(event));
    }

    private SortedMap<String, Latest<Offer>> offered(Stamp stamp, News.Compensated told) {
        var all = new TreeMap<>(offers);
        all.put(told.offerId(), Latest.of(all.get(told.offerId()), stamp, Offer.of(told)));
        return Collections.unmodifiableSortedMap(all);
    }

    private SortedMap<Integer, Latest<Code>> said(int inRound, Stamp stamp, Code outcome) {
        var all = new TreeMap<>(satisfaction);
        all.put(inRound, Latest.of(all.get(inRound), stamp, outcome));
        return Collections.unmodifiableSortedMap(all);
    }

    /** The unit that is accountable now, if anybody has said so. */
    public @Nullable UnitPath accountableUnit() {
        return ownerUnit != null
                ? ownerUnit.value()
                : assessment == null ? null : assessment.value().ownerUnit();
    }

    /** The tier on which it is handled now, if anybody has said so. */
    public @Nullable Code currentTier() {
        return tier != null ? tier.value() : assessment == null ? null : assessment.value().tier();
    }

    /** Whether the registration has come; before it, the case is kept but not published. */
    public boolean hasRegistration() {
        return registration != null;
    }

    /** Whether it is registered and no exercise: only such cases are counted. */
    public boolean hasReallyHappened() {
        return registration != null && registration.value().mode().is("REAL");
    }
}
