package org.redress.reporting;

import com.github.f4b6a3.uuid.UuidCreator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.reporting.events.About;
import org.redress.reporting.events.Actor;
import org.redress.reporting.events.CaseEvent;
import org.redress.reporting.events.CaseId;
import org.redress.reporting.events.CaseNumber;
import org.redress.reporting.events.Code;
import org.redress.reporting.events.News;
import org.redress.reporting.events.UnitPath;

/** A case as it is told: each verb is an event, {@link #after} moves the time. */
public final class Story {
    public static final Instant MORNING = Instant.parse("2026-11-21T01:00:00Z");
    public static final CaseNumber NUMBER = new CaseNumber("C-20261121-000420");

    private static final News.Flags CALM = new News.Flags(false, false, false, 0, null);

    private final CaseId caseId;
    private final List<CaseEvent> events = new ArrayList<>();
    private final Code mode;
    private Instant now = MORNING;
    private @Nullable Long version;
    private int round = 1;

    private Story(CaseId caseId, String mode) {
        this.caseId = caseId;
        this.mode = new Code(mode);
    }

    public static Story ofARealCase() {
        return new Story(aNewCase(), "REAL");
    }

    public static Story ofADrill() {
        return new Story(aNewCase(), "DRILL");
    }

    public static Story ofATest() {
        return new Story(aNewCase(), "TEST");
    }

    /** What else is told of a real case. */
    public static Story of(CaseId caseId) {
        return new Story(caseId, "REAL");
    }

    private static CaseId aNewCase() {
        return new CaseId(UuidCreator.getTimeOrderedEpoch());
    }

    public CaseId caseId() {
        return caseId;
    }

    public List<CaseEvent> events() {
        return List.copyOf(events);
    }

    public Story after(Duration pause) {
        now = now.plus(pause);
        return this;
    }

    /** The next events carry this version of their writer, which grows with each. */
    public Story inVersion(long first) {
        version = first;
        return this;
    }

    public Story tells(News news) {
        events.add(
                new CaseEvent(
                        UuidCreator.getTimeOrderedEpoch().toString(),
                        mode,
                        null,
                        new About(
                                caseId,
                                NUMBER,
                                round,
                                version,
                                now,
                                now.plusMillis(3),
                                new Actor(new Code("PERSON"), "handler", "li.na")),
                        news));
        version = version == null ? null : version + 1;
        return this;
    }

    public Story registered() {
        return tells(
                new News.Registered(
                        new Code("HOTLINE"), new Code("STANDARD"), new Code("zh-CN"), CALM));
    }

    public Story correctedToAnInjury(int crowd, String loss) {
        return tells(
                new News.Corrected(
                        new News.Flags(
                                true,
                                false,
                                false,
                                crowd,
                                new News.Money(new BigDecimal(loss), new Code("CNY")))));
    }

    public Story assessed(int revision, String caseClass, String severity, String unit) {
        return tells(
                new News.Assessed(
                        revision,
                        new Code(caseClass),
                        new Code("PRODUCT_QUALITY"),
                        new Code(severity),
                        new Code("NONE"),
                        new Code("NONE"),
                        new Code("P2"),
                        new Code("T1"),
                        new UnitPath(unit),
                        List.of(new News.Signal(new Code("REFUND")))));
    }

    public Story assigned(String tier, String unit) {
        return tells(
                new News.Assigned(new Code("ASSIGNED"), new Code(tier), new UnitPath(unit), null));
    }

    public Story progressed(String activity) {
        return tells(new News.Progressed(new Code("IN_PROGRESS"), new Code(activity), "li.na"));
    }

    public Story resolved() {
        return tells(new News.Resolved(new Code("RESOLVED"), "li.na"));
    }

    public Story said(String outcome) {
        return tells(new News.SatisfactionRecorded(new Code(outcome), 1));
    }

    public Story reopened(String tier) {
        round++;
        return tells(new News.Reopened(new Code("ASSIGNED"), new Code(tier)));
    }

    public Story closed(String as) {
        return tells(new News.Closed(new Code("CLOSED"), new Code(as), null));
    }

    public Story paged(String escalationId, int step) {
        return tells(
                new News.EscalationRaised(
                        escalationId,
                        UUID.randomUUID().toString(),
                        step,
                        1,
                        "unit-head",
                        new Code("A"),
                        "wang.fang",
                        new UnitPath("hq/after-sales"),
                        new Code("SEVERITY"),
                        now.plusSeconds(300)));
    }

    public Story acknowledged(String escalationId) {
        return tells(
                new News.EscalationAcknowledged(
                        escalationId, 1, "wang.fang", new Code("MAIL_LINK")));
    }

    public Story exhausted(String escalationId) {
        return tells(new News.EscalationExhausted(escalationId, 3));
    }

    public Story breached(String clock) {
        return tells(new News.ClockBreached(UUID.randomUUID().toString(), new Code(clock), now));
    }

    public Story failedToSend(String messageId, int attempt, boolean last) {
        return tells(
                new News.MessageFailed(
                        messageId,
                        new Code("ESCALATION_PAGE"),
                        new Code("EMAIL"),
                        new News.Recipient(new Code("STAFF"), "wang.fang"),
                        attempt,
                        last));
    }

    public Story sent(String messageId) {
        return tells(
                new News.MessageSent(
                        messageId,
                        new Code("ESCALATION_PAGE"),
                        new Code("EMAIL"),
                        new News.Recipient(new Code("STAFF"), "wang.fang"),
                        3));
    }

    /** A case with all that can happen to one: paged, breached, reopened, reassessed, closed. */
    public static Story ofALongRoad() {
        return ofARealCase()
                .registered()
                .after(Duration.ofMillis(40))
                .assessed(1, "COMPLAINT", "HIGH", "hq/after-sales")
                .after(Duration.ofMillis(20))
                .assigned("T1", "hq/after-sales")
                .paged("e-1", 1)
                .after(Duration.ofSeconds(1))
                .failedToSend("m-1", 1, false)
                .failedToSend("m-1", 2, false)
                .after(Duration.ofSeconds(2))
                .sent("m-1")
                .failedToSend("m-2", 1, true)
                .after(Duration.ofMinutes(5))
                .paged("e-1", 2)
                .after(Duration.ofMinutes(1))
                .acknowledged("e-1")
                .progressed("ACCEPTED")
                .after(Duration.ofHours(1))
                .correctedToAnInjury(3, "1200.50")
                .assessed(2, "EMERGENCY", "CRITICAL", "hq/safety")
                .after(Duration.ofSeconds(1))
                .assigned("T2", "hq/safety")
                .progressed("FIRST_RESPONSE")
                .after(Duration.ofHours(20))
                .breached("FIRST_RESPONSE")
                .breached("RESOLUTION")
                .paged("e-2", 1)
                .resolved()
                .after(Duration.ofHours(2))
                .said("NOT_SATISFIED")
                .reopened("T3")
                .assigned("T3", "hq/safety")
                .exhausted("e-2")
                .after(Duration.ofDays(1))
                .resolved()
                .after(Duration.ofHours(1))
                .said("UNREACHABLE")
                .after(Duration.ofHours(1))
                .said("SATISFIED")
                .closed("SATISFIED");
    }
}
