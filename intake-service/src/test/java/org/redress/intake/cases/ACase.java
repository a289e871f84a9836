package org.redress.intake.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.redress.intake.customers.CustomerId;
import org.redress.intake.staff.Actor;
import org.redress.intake.timetable.HeardFrom;
import org.redress.intake.timetable.Milestone;
import org.redress.intake.timetable.Promise;
import org.redress.intake.timetable.Timetable;

/** Cases for tests. */
public final class ACase {

    public static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");
    public static final Actor AGENT = new Actor("zhao.min", "intake-agent");

    private ACase() {}

    /** A case with everything in its report. */
    public static CustomerCase aboutAKettle() {
        return new CustomerCase(
                CaseId.next(),
                CaseNumber.of(LocalDate.of(2026, 11, 21), 42),
                CustomerId.next(),
                Mode.REAL,
                Channel.HOTLINE,
                "hq/customer-service",
                AGENT.id(),
                NOW,
                report(),
                new Timetable(
                        List.of(
                                new Promise(
                                        Milestone.ACKNOWLEDGMENT,
                                        NOW.plusSeconds(300),
                                        HeardFrom.CUSTOMER_SERVICE))),
                SatisfactionCheck.NONE,
                null,
                1);
    }

    /** A report that leaves nothing out. */
    public static Report report() {
        return new Report(
                "call-118",
                new Call(
                        "118-7f3a21",
                        "13800138000",
                        "A1024",
                        23,
                        "https://recordings.example.com/1"),
                NOW,
                "电热水壶漏电",
                "烧水时手碰到壶身被电了一下。",
                new Incident(NOW.minusSeconds(3_600), "家中厨房", "本人", null),
                new Product("KT-200", "SN-1", "B2609", "D-1"),
                "疑似绝缘不良",
                "退货",
                new Flags(true, null, false, false, 0, ConductLevel.MILD));
    }
}
