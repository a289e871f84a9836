package org.redress.notification.mails;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.redress.notification.cases.CaseStory;
import org.redress.notification.cases.KnownCase;
import org.redress.notification.cases.Milestone;
import org.redress.notification.cases.Mode;
import org.redress.notification.cases.NewPromise;
import org.redress.notification.cases.Reason;
import org.redress.notification.cases.Reminder;
import org.redress.notification.cases.Signal;
import org.redress.notification.recipients.CustomerContact;
import org.redress.notification.recipients.Language;
import org.redress.notification.recipients.PersonName;
import org.redress.notification.recipients.StaffMember;

/** A kettle that gave an electric shock, at night, as everybody in these tests hears of it. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-20T19:07:12Z");
    static final String LINK = "http://localhost:18084/a/1.AaGs.c2lnbmVk";
    static final StaffMember ZHANG_LEI =
            new StaffMember(
                    "zhang.lei",
                    new PersonName("张磊", "Zhang Lei"),
                    Language.ZH,
                    "zhang.lei@redress.example");
    static final StaffMember HE_JING =
            new StaffMember(
                    "he.jing",
                    new PersonName("何静", "He Jing"),
                    Language.EN,
                    "he.jing@redress.example");
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final Map<String, PersonName> PEOPLE =
            Map.of(
                    "he.jing", new PersonName("何静", "He Jing"),
                    "xu.qiang", new PersonName("徐强", "Xu Qiang"));

    /** What a Chinese reader calls people. */
    static final UnaryOperator<String> NAMES = names(Language.ZH);

    private Samples() {}

    static UnaryOperator<String> names(Language reader) {
        return id -> PEOPLE.getOrDefault(id, new PersonName(id, id)).in(reader);
    }

    static AnswerPages.Visit visit(KnownCase about, StaffMember reader, Mode mode) {
        return new AnswerPages.Visit(page(), about, reader, mode, "n", NAMES, NOW);
    }

    static MailWriter writer() {
        return new MailWriter(new Templates(), new OurContact(), SHANGHAI);
    }

    static Page page() {
        return page("SEVERITY", null, NOW.plusSeconds(288));
    }

    static Page page(String trigger, String clock, Instant acknowledgeBy) {
        return new Page(
                "01a1fcb2-b0e8-7898-a338-b84c893049cf",
                "hq/quality",
                "duty-officer",
                "A",
                1,
                1,
                "CRITICAL",
                "PRODUCT_SAFETY",
                trigger,
                clock,
                clock == null ? null : acknowledgeBy.minusSeconds(1800),
                acknowledgeBy,
                List.of());
    }

    static AnswerPages.Visit visit(AlertPage alert, StaffMember reader) {
        return new AnswerPages.Visit(alert, null, reader, Mode.REAL, "n", NAMES, NOW);
    }

    static AlertPage alert() {
        return new AlertPage(
                "01a20a4e-a002-7d77-8b02-35f1e6a0c9d4",
                "01a20a4e-a002-7c0d-9e51-9a4b7d2c6f13",
                "DEAD_LETTER",
                "triage",
                "redress.cases",
                "CaseRegistered: not valid at 'flags.crowdSize'",
                3,
                NOW.minusSeconds(60),
                "C-20261121-000420",
                "hq",
                "watch",
                "A",
                1,
                1,
                NOW.plusSeconds(300));
    }

    static News taken() {
        return new News(News.Outcome.TAKEN, "he.jing", NOW, List.of());
    }

    static KnownCase kettle() {
        return aCase(
                Language.ZH,
                new CaseStory(
                        "电热水壶漏电，母亲被电伤",
                        "昨晚我母亲用贵公司的KT-1702电热水壶烧水时被电到，右手麻了很久，手腕有灼伤，已经送医院观察。壶底座有水渗出来。我很生气，要求马上给说法，否则找记者曝光。",
                        "上海市浦东新区家中",
                        "KT-1702 · B20260909"),
                "EMERGENCY",
                List.of(
                        new Reason(
                                "personal-safety",
                                Map.of(
                                        "zh", "有人受伤或有危险，一律为特别重大",
                                        "en", "Somebody is hurt or in danger: always critical")),
                        new Reason(
                                "media",
                                Map.of("zh", "媒体可能介入", "en", "The media may be involved"))),
                List.of(
                        new Signal("ELECTRIC_SHOCK", List.of("被电到", "漏电")),
                        new Signal("INJURY", List.of("灼伤", "送医院")),
                        new Signal("MEDIA", List.of("记者", "曝光"))));
    }

    /** The kettle, acknowledged at night and first answered at this time. */
    static KnownCase answeredAt(Instant answer) {
        var kettle = kettle();
        return new KnownCase(
                kettle.caseId(),
                kettle.caseNumber(),
                kettle.language(),
                kettle.story(),
                false,
                kettle.danger(),
                List.of(
                        kettle.timetable().getFirst(),
                        new Milestone(
                                Milestone.Kind.FIRST_RESPONSE,
                                answer,
                                Milestone.By.RESPONSIBLE_UNIT)),
                kettle.assessment());
    }

    static KnownCase powerBank() {
        return aCase(
                Language.EN,
                new CaseStory(
                        "Power bank caught fire on a night train",
                        "The power bank PB-20K started to smoke and burst into flames in our sleeping compartment near Lyon. Nobody was hurt, the conductor put the fire out, but two seats burnt and the train stopped for an hour. A local newspaper has called me.",
                        "Night train near Lyon, France",
                        "PB-20K · B20260711"),
                "EMERGENCY",
                List.of(
                        new Reason("fire", Map.of("zh", "发生起火", "en", "Fire: always critical")),
                        new Reason("media", Map.of("zh", "媒体已介入", "en", "The media are involved"))),
                List.of(
                        new Signal("FIRE", List.of("burst into flames", "smoke")),
                        new Signal("MEDIA", List.of("newspaper"))));
    }

    static KnownCase about(Language language, String subject, String excerpt) {
        return aCase(
                language,
                new CaseStory(subject, excerpt, null, null),
                "COMPLAINT",
                List.of(),
                List.of());
    }

    static KnownCase withReasons(String... reasons) {
        var all =
                Stream.of(reasons)
                        .map(reason -> new Reason(reason, Map.of("zh", reason, "en", reason)))
                        .toList();
        var story = new CaseStory("Power bank caught fire", "It burnt.", null, null);
        return aCase(Language.EN, story, "EMERGENCY", all, List.of());
    }

    static KnownCase erased() {
        var kettle = kettle();
        return new KnownCase(
                kettle.caseId(),
                kettle.caseNumber(),
                kettle.language(),
                Optional.empty(),
                true,
                kettle.danger(),
                kettle.timetable(),
                kettle.assessment());
    }

    static KnownCase classified(String caseClass) {
        var story = new CaseStory("A wider range of filters", "Please offer more.", null, null);
        return aCase(Language.EN, story, caseClass, List.of(), List.of());
    }

    /** It takes until the second evening after. */
    static NewPromise later() {
        return new NewPromise(
                Milestone.Kind.RESOLUTION,
                Instant.parse("2026-11-25T10:00:00Z"),
                true,
                "The <spare part> comes on Wednesday.\n\nWe bring it to you.");
    }

    /** The first response is due in half an hour. */
    static Reminder reminder() {
        return Reminder.soonDue("FIRST_RESPONSE", NOW.plusSeconds(1800));
    }

    /** Another unit wants something until half an hour from now. */
    static Reminder notice(String occasion) {
        return Reminder.of(occasion, NOW.plusSeconds(1800));
    }

    static CustomerContact customer(String name) {
        return new CustomerContact(name, Language.EN, "customer@example.com");
    }

    private static KnownCase aCase(
            Language language,
            CaseStory story,
            String caseClass,
            List<Reason> reasons,
            List<Signal> signals) {
        return new KnownCase(
                UUID.fromString("01a1fcb2-b09a-7107-a80e-369372f74d9d"),
                "C-20261121-000420",
                language,
                Optional.of(story),
                false,
                false,
                List.of(
                        new Milestone(
                                Milestone.Kind.ACKNOWLEDGMENT,
                                NOW.plusSeconds(300),
                                Milestone.By.CUSTOMER_SERVICE),
                        new Milestone(
                                Milestone.Kind.FIRST_RESPONSE,
                                Instant.parse("2026-11-20T19:35:00Z"),
                                Milestone.By.RESPONSIBLE_UNIT),
                        new Milestone(
                                Milestone.Kind.RESOLUTION,
                                Instant.parse("2026-11-22T02:30:00Z"),
                                Milestone.By.RESPONSIBLE_UNIT)),
                Optional.of(new KnownCase.Assessment(caseClass, reasons, signals)));
    }
}
