package org.redress.e2e;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.e2e.Eventually.soon;
import static org.redress.local.Service.ESCALATION;
import static org.redress.local.Service.INTAKE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.redress.local.KafkaLogin;
import org.redress.local.Platform;
import org.redress.local.testing.TestTopics;

/** Monday to Friday in a complaints department; its time is moved, never waited for. */
@Isolated("moves the clocks of all services")
@Order(1)
@ExtendWith(RunningPlatform.class)
class AWeekOfADepartmentTest {

    private final Platform platform;
    private final Week week;
    private final Person agent;
    private final Person gao;
    private final Person luo;
    private final Person finance;
    private final Person head;
    private final Person commander;
    private final Person administrator;
    private final Person qualityHead;
    private final String customer = UUID.randomUUID() + "@example.com";

    AWeekOfADepartmentTest(Platform platform) {
        this.platform = platform;
        this.week = new Week(platform);
        this.agent = Person.named("li.na", platform);
        this.gao = Person.named("gao.peng", platform);
        this.luo = Person.named("luo.ting", platform);
        this.finance = Person.named("song.yan", platform);
        this.head = Person.named("liu.min", platform);
        this.commander = Person.named("liu.qiang", platform);
        this.administrator = Person.named("admin.redress", platform);
        this.qualityHead = Person.named("xu.qiang", platform);
        TestTopics.use(platform.kafka(KafkaLogin.ADMIN));
    }

    @Test
    void a_week_from_a_leave_to_an_end_without_agreement() {
        week.goOnTo(MONDAY, "09:00");
        wednesdayBecomesAHoliday();
        aLeaveIsForetoldAndComesTrue();
        var parcel = aCaseGoesFromHandToHand();
        theCustomerIsWaitedFor(parcel);
        week.goOnTo(TUESDAY, "09:00");
        theCustomerHasAnswered(parcel);
        aLaterTimeIsPromised(parcel);
        somebodyAboveWantsItSettled(parcel);
        anotherUnitDoesItsPart(parcel);
        moreIsOfferedThanTheHandlerMay(parcel);
        week.goOnTo(WEDNESDAY, "10:00");
        week.goOnTo(THURSDAY, "10:00");
        theCustomerIsNotSatisfied(parcel);
        week.goOnTo(FRIDAY, "10:00");
        itEndsWithoutAgreement(parcel);
    }

    private void wednesdayBecomesAHoliday() {
        // given
        var read = administrator.get(ESCALATION, "/api/v1/organisation").expect(200);
        var document = (ObjectNode) read.body();
        document.withArray("holidays")
                .addObject()
                .put("name", "founding-day")
                .put("source", "the board")
                .putArray("days")
                .add(week.date(WEDNESDAY).toString());
        for (var calendar : document.path("calendars")) {
            if (calendar.path("name").asText().equals("working-hours")) {
                ((ObjectNode) calendar).putArray("holidays").add("founding-day");
            }
        }
        var door = "/api/v1/organisation?reason=founding-day";

        // when
        var preview =
                administrator
                        .replace(
                                ESCALATION,
                                door + "&preview=true",
                                read.etag(),
                                document.toString())
                        .expect(200)
                        .body();

        // then
        assertThat(preview.path("changes").toString()).contains("founding-day");
        administrator
                .replace(
                        ESCALATION,
                        door + "&confirmation=" + preview.path("confirmation").asText(),
                        read.etag(),
                        document.toString())
                .expect(200);
        soon(() ->
                assertThat(administrator.get(ESCALATION, "/api/v1/organisation").etag())
                        .isNotEqualTo(read.etag()));
    }

    private void aLeaveIsForetoldAndComesTrue() {
        // given
        var door =
                "/api/v1/organisation/absences/zhang.lei/%s?reason=leave"
                        .formatted(week.date(MONDAY));
        var leave = "{\"until\": \"%s\", \"deputy\": \"lin.yu\"}".formatted(week.date(FRIDAY));
        var version = administrator.get(ESCALATION, "/api/v1/organisation").etag();

        // when
        var preview = qualityHead.replace(ESCALATION, door + "&preview=true", version, leave);

        // then
        assertThat(preview.expect(200).body().path("reached").toString())
                .contains("Lin Yu, He Jing instead of Zhang Lei, He Jing");

        // when
        qualityHead.replace(ESCALATION, door, version, leave).expect(200);
        soon(() -> assertThat(onDuty("hq/quality")).startsWith("lin.yu", "he.jing"));
        var number = agent.register(Complaints.electricShock(customer));

        // then
        soon(() -> assertThat(mailsTo("lin.yu", number)).hasSize(1));
        assertThat(mailsTo("zhang.lei", number)).isEmpty();
        assertThat(handling(number).path("escalations").findValuesAsText("personId"))
                .containsExactly("lin.yu");
        Person.named("he.jing", platform).work(number, "acceptance", "").expect(200);
    }

    private String aCaseGoesFromHandToHand() {
        // given
        var number = agent.register(Complaints.lateParcel(customer));
        soon(() ->
                assertThat(handling(number).path("ownerUnit").asText()).isEqualTo("hq/logistics"));

        // when
        gao.work(number, "acceptance", "").expect(200);
        gao.work(number, "hand-over", "{\"to\": \"luo.ting\", \"note\": \"I am away tomorrow.\"}")
                .expect(200);

        // then
        assertThat(list(luo, "MINE")).contains(number);
        assertThat(list(gao, "MINE")).doesNotContain(number);
        return number;
    }

    private void theCustomerIsWaitedFor(String number) {
        luo.work(number, "progress", "{\"kind\": \"FIRST_RESPONSE\", \"note\": \"Which parcel?\"}")
                .expect(200);
        onClock(number, "pause", "{\"reason\": \"CUSTOMER\", \"note\": \"The parcel's number.\"}");
        assertThat(clock(number).path("state").asText()).isEqualTo("PAUSED");
    }

    private void theCustomerHasAnswered(String number) {
        assertThat(clock(number).path("state").asText()).isEqualTo("PAUSED");
        onClock(number, "resume", "");
        assertThat(clock(number).path("state").asText()).isEqualTo("RUNNING");
        assertThat(explanation(number)).contains("customer");
        // The Wednesday between does not count.
        assertThat(clock(number).path("dueAt").asText()).startsWith(week.date(THURSDAY).toString());
    }

    private void aLaterTimeIsPromised(String number) {
        // given
        var then = week.instant(THURSDAY, "12:00");

        // when
        head.replace(
                        ESCALATION,
                        "/api/v1/cases/" + number + "/promises/RESOLUTION",
                        handlingAnswer(number).etag(),
                        "{\"dueAt\": \"%s\", \"reason\": \"The carrier looks for it.\"}"
                                .formatted(then))
                .expect(200);

        // then
        soon(() ->
                assertThat(Mail.to(customer, number, platform))
                        .extracting(Mail::text)
                        .anyMatch(text -> text.contains("The carrier looks for it.")));
        assertThat(clock(number).path("promisedAt").asText()).isEqualTo(then.toString());
    }

    private void somebodyAboveWantsItSettled(String number) {
        var issued =
                commander.work(
                        number,
                        "directives",
                        "{\"kind\": \"SUPERVISE\", \"dueAt\": \"%s\", \"words\": \"Find it.\"}"
                                .formatted(week.instant(WEDNESDAY, "18:00")));
        var id = issued.expect(200).body().path("directives").path(0).path("directiveId").asText();
        luo.work(number, "directives/" + id + "/receipt", "").expect(200);
        luo.work(number, "directives/" + id + "/answer", "{\"answer\": \"Found in Wuhan.\"}")
                .expect(200);
    }

    private void anotherUnitDoesItsPart(String number) {
        luo.work(
                        number,
                        "co-handlings",
                        "{\"unit\": \"hq/finance\", \"words\": \"What did the carrier cost?\"}")
                .expect(200);
        var id = handling(number).path("coHandlings").path(0).path("coHandlingId").asText();
        luo.work(number, "resolution", "{\"resolution\": \"Found.\"}").expect(409);
        finance.work(number, "co-handlings/" + id + "/receipt", "").expect(200);
        finance.work(number, "co-handlings/" + id + "/answer", "{\"answer\": \"18 CNY.\"}")
                .expect(200);
        luo.work(number, "co-handlings/" + id + "/acceptance", "").expect(200);
    }

    private void moreIsOfferedThanTheHandlerMay(String number) {
        // when
        luo.work(
                        number,
                        "compensation",
                        """
                        {"type": "REFUND", "amount": 800.00, "currency": "CNY",
                         "basis": "The price, by the invoice."}
                        """)
                .expect(200);

        // then it waits for somebody who may
        assertThat(offer(number).path("state").asText()).isEqualTo("PROPOSED");
        var id = offer(number).path("offerId").asText();
        luo.work(number, "compensation/" + id + "/approval", "").expect(409);

        // when
        head.work(number, "compensation/" + id + "/approval", "").expect(200);

        // then
        assertThat(offer(number).path("state").asText()).isEqualTo("APPROVED");
    }

    private void theCustomerIsNotSatisfied(String number) {
        luo.work(number, "resolution", "{\"resolution\": \"It is at your door.\"}").expect(200);
        soon(() -> assertThat(status(number)).isEqualTo("RESOLVED"));
        agent.post(
                        INTAKE,
                        "/api/v1/cases/" + number + "/satisfaction",
                        "{\"outcome\": \"NOT_SATISFIED\"}")
                .expect(201);
        soon(() -> assertThat(handling(number).path("round").asInt()).isEqualTo(2));
    }

    private void itEndsWithoutAgreement(String number) {
        // given
        luo.work(number, "acceptance", "").expect(200);
        luo.work(
                        number,
                        "non-agreement",
                        """
                        {"explanation": "We paid the postage back. More the law does not know.",
                         "remedies": "You may turn to the consumers' association (12315)."}
                        """)
                .expect(200);

        // when
        head.work(number, "non-agreement/approval", "").expect(200);

        // then
        soon(() -> assertThat(status(number)).isEqualTo("CLOSED"));
        soon(() ->
                assertThat(Mail.to(customer, number, platform).getLast().text()).contains("12315"));
        soon(() ->
                assertThat(TestTopics.read("redress.bi.case-facts"))
                        .extracting(message -> message.json())
                        .anyMatch(fact ->
                                fact.path("caseNumber").asText().equals(number)
                                        && fact.path("closedAs").asText().equals("NOT_AGREED")));
        assertThat(list(luo, "MINE")).doesNotContain(number);
    }

    private List<String> onDuty(String unit) {
        return agent.get(ESCALATION, "/api/v1/duty/now?role=duty-officer&unit=" + unit)
                .expect(200)
                .body()
                .findValuesAsText("personId");
    }

    private List<Mail> mailsTo(String person, String number) {
        return Mail.to(person + "@redress.example", number, platform);
    }

    private static List<String> list(Person whose, String name) {
        return whose.get(ESCALATION, "/api/v1/handlings?list=" + name)
                .expect(200)
                .body()
                .findValuesAsText("caseNumber");
    }

    private JsonNode handling(String number) {
        return handlingAnswer(number).body();
    }

    private Person.Answer handlingAnswer(String number) {
        return head.get(ESCALATION, "/api/v1/cases/" + number + "/handling");
    }

    private String status(String number) {
        return agent.get(INTAKE, "/api/v1/cases/" + number).body().path("status").asText();
    }

    private JsonNode clock(String number) {
        for (var clock : handling(number).path("clocks")) {
            if (clock.path("clock").asText().equals("RESOLUTION")) {
                return clock;
            }
        }
        throw new AssertionError("no clock of the resolution in " + handling(number));
    }

    private JsonNode offer(String number) {
        return head.get(ESCALATION, "/api/v1/cases/" + number + "/compensation")
                .expect(200)
                .body()
                .path("offers")
                .path(0);
    }

    private void onClock(String number, String command, String body) {
        luo.change(
                        ESCALATION,
                        "/api/v1/clocks/%s/%s"
                                .formatted(clock(number).path("clockId").asText(), command),
                        handlingAnswer(number).etag(),
                        body)
                .expect(200);
    }

    private String explanation(String number) {
        var id = clock(number).path("clockId").asText();
        return luo.get(ESCALATION, "/api/v1/clocks/" + id + "/explanation").body().toString();
    }
}
