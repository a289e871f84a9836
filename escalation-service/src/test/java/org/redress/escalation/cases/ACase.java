package org.redress.escalation.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case as a rule sees it: an ordinary complaint, but for what a test says of it. */
public final class ACase {

    private CaseClass caseClass = CaseClass.COMPLAINT;
    private String category = "DELIVERY";
    private Severity severity = Severity.MEDIUM;
    private ResponseLevel level = ResponseLevel.NONE;
    private Priority priority = Priority.P3;
    private Tier tier = Tier.T1;
    private UnitPath unit = new UnitPath("hq/quality");
    private @Nullable Channel channel = Channel.HOTLINE;

    private @Nullable Instant receivedAt;

    private ACase() {}

    public static ACase ordinary() {
        return new ACase();
    }

    public ACase of(Severity severity) {
        this.severity = severity;
        return this;
    }

    public ACase of(CaseClass caseClass) {
        this.caseClass = caseClass;
        return this;
    }

    public ACase about(String category) {
        this.category = category;
        return this;
    }

    public ACase at(ResponseLevel level) {
        this.level = level;
        return this;
    }

    public ACase at(Tier tier) {
        this.tier = tier;
        return this;
    }

    public ACase with(Priority priority) {
        this.priority = priority;
        return this;
    }

    public ACase in(String unit) {
        this.unit = new UnitPath(unit);
        return this;
    }

    public ACase by(@Nullable Channel channel) {
        this.channel = channel;
        return this;
    }

    public ACase received(Instant receivedAt) {
        this.receivedAt = receivedAt;
        return this;
    }

    public CaseFacts facts() {
        return facts(new CaseId(new UUID(0, 2)), new CaseNumber("C-20261121-000420"));
    }

    public CaseFacts facts(CaseId id, CaseNumber number) {
        return new CaseFacts(
                new CaseRef(id, number, Mode.REAL),
                1,
                tier,
                unit,
                new Assessment(1, caseClass, category, severity, level, priority, tier, unit),
                Promises.NONE,
                new Origin(channel, null, null),
                receivedAt);
    }
}
