package org.redress.notification;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.redress.local.testing.TestTopics;
import org.redress.notification.cases.CaseNumber;

/** A case of its own, told event by event after the golden examples, as the other services do. */
public final class Story {
    /** The trace that all events of a story belong to. */
    public static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static final AtomicInteger NUMBER = new AtomicInteger(100);

    public final String caseId = id();
    public final String customerId = id();
    public final String escalationId = id();
    public final String caseNumber = checked("C-20261121-%05d".formatted(NUMBER.incrementAndGet()));
    public final String customerEmail = caseNumber.toLowerCase(Locale.ROOT) + "@example.com";
    private final String example;
    private final String mode;
    private String lastEventId = "";

    private Story(String example, String mode) {
        this.example = example;
        this.mode = mode;
    }

    /** An electric shock, in Chinese. */
    public static Story kettle() {
        return new Story("kettle", "REAL");
    }

    /** A card charged twice, in English. */
    public static Story doubleCharge() {
        return new Story("double-charge", "REAL");
    }

    /** A technical test, in Chinese. */
    public static Story test() {
        return new Story("kettle", "TEST");
    }

    /** An exercise, in English. */
    public static Story drill() {
        return new Story("drill-battery-fire", "DRILL");
    }

    /** With the digit that checks the others. */
    private static String checked(String digits) {
        return IntStream.range(0, 10)
                .mapToObj(digit -> digits + digit)
                .filter(number -> CaseNumber.parse(number).isPresent())
                .findFirst()
                .orElseThrow();
    }

    public static String id() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    public Story isRegistered() {
        var event = aboutCase("intake/case.registered.v1/" + example);
        event.put("customerId", customerId);
        return tell("redress.cases", caseId, "redress.case.registered.v1", event);
    }

    public Story isRegisteredWith(String subject, String description) {
        var event = aboutCase("intake/case.registered.v1/" + example);
        event.put("customerId", customerId);
        event.put("subject", subject);
        event.put("description", description);
        return tell("redress.cases", caseId, "redress.case.registered.v1", event);
    }

    /** Intake says something that nobody here can read. */
    public Story isRegisteredUnreadably() {
        var event = aboutCase("intake/case.registered.v1/" + example);
        event.put("timetable", "tomorrow");
        return tell("redress.cases", caseId, "redress.case.registered.v1", event);
    }

    /** Intake says no more than who and which case. */
    public Story isRegisteredBarely() {
        var event = aboutCase("intake/case.registered.v1/" + example);
        event.put("customerId", customerId);
        event.retain(
                "caseId", "caseNumber", "round", "customerId", "occurredAt", "recordedAt", "actor");
        return tell("redress.cases", caseId, "redress.case.registered.v1", event);
    }

    public Story hasACustomer() {
        return hasACustomer("林晓雯", customerEmail);
    }

    public Story hasACustomer(String name, String email) {
        var event = Contracts.example("intake/customer.snapshot.v1/kettle");
        event.put("customerId", customerId);
        event.put("name", name);
        event.put("email", email);
        return tell("redress.customers", customerId, "redress.customer.snapshot.v1", event);
    }

    public Story hasACustomerWithoutMail() {
        var event = Contracts.example("intake/customer.snapshot.v1/kettle");
        event.put("customerId", customerId);
        event.remove("email");
        return tell("redress.customers", customerId, "redress.customer.snapshot.v1", event);
    }

    public Story customerIsErased() {
        TestTopics.publish(
                "redress.customers",
                customerId,
                "redress.customer.snapshot.v1",
                Map.of("mode", "REAL"),
                null);
        return this;
    }

    public Story isAssessed() {
        return tell(
                "redress.assessments",
                caseId,
                "redress.case.assessed.v1",
                aboutCase("triage/case.assessed.v1/" + example));
    }

    /** Calls a person and returns the page's id. */
    public String pages(String personId, String holder) {
        var pageId = id();
        pages(pageId, personId, holder);
        return pageId;
    }

    public void pages(String pageId, String personId, String holder) {
        var event = aboutCase("escalation/escalation.raised.v1/kettle-a-holder");
        event.put("escalationId", escalationId);
        event.put("pageId", pageId);
        event.put("personId", personId);
        event.put("holder", holder);
        event.put("roleId", "duty-officer");
        event.put("acknowledgeBy", "2099-11-20T19:12:00.000Z");
        tell("redress.handling", caseId, "redress.escalation.raised.v1", event);
    }

    /** Calls a person about something of this severity and returns the page's id. */
    public String calls(String personId, String severity) {
        var event = aboutCase("escalation/escalation.raised.v1/kettle-a-holder");
        event.put("escalationId", escalationId);
        event.put("pageId", id());
        event.put("personId", personId);
        event.put("severity", severity);
        event.put("acknowledgeBy", "2099-11-20T19:12:00.000Z");
        tell("redress.handling", caseId, "redress.escalation.raised.v1", event);
        return event.path("pageId").asText();
    }

    public Story isAcknowledgedElsewhereBy(String personId) {
        var event = aboutCase("escalation/escalation.acknowledged.v1/double-charge");
        event.put("escalationId", escalationId);
        event.put("personId", personId);
        return tell("redress.handling", caseId, "redress.escalation.acknowledged.v1", event);
    }

    public Story isSettled(String outcome) {
        var event = aboutCase("escalation/escalation.settled.v1/kettle-resolved");
        event.put("escalationId", escalationId);
        event.put("outcome", outcome);
        return tell("redress.handling", caseId, "redress.escalation.settled.v1", event);
    }

    public Story isWithdrawn() {
        return tell(
                "redress.cases",
                caseId,
                "redress.case.withdrawn.v1",
                aboutCase("intake/case.withdrawn.v1/late-parcel"));
    }

    /** Whom escalation would call next is said in the page that is told now. */
    public Story pagesWithNext(String personId, String... next) {
        var event = aboutCase("escalation/escalation.raised.v1/late-night-with-next");
        event.put("escalationId", escalationId);
        event.put("pageId", id());
        event.put("personId", personId);
        event.put("acknowledgeBy", "2099-11-20T19:12:00.000Z");
        var coming = event.putArray("next");
        for (var person : next) {
            coming.addObject()
                    .put("at", "2099-11-20T19:12:00.000Z")
                    .put("roleId", "duty-officer")
                    .put("holder", "B")
                    .put("personId", person);
        }
        return tell("redress.handling", caseId, "redress.escalation.raised.v1", event);
    }

    public Story isErased(String... caseIds) {
        var event = Contracts.example("intake/customer.erased.v1/without-cases");
        event.put("customerId", customerId);
        List.of(caseIds).forEach(event.putArray("caseIds")::add);
        return tell("redress.erasures", customerId, "redress.customer.erased.v1", event);
    }

    public Story isResolved() {
        return tell(
                "redress.handling",
                caseId,
                "redress.case.resolved.v1",
                aboutCase("escalation/case.resolved.v1/kettle"));
    }

    /** The customer of this case is to hear by another time. */
    public Story isPromisedAnew(String dueAt, String reason) {
        var event = aboutCase("escalation/case.promise-changed.v1/late-parcel");
        event.put("dueAt", dueAt);
        event.put("reason", reason);
        return tell("redress.handling", caseId, "redress.case.promise-changed.v1", event);
    }

    /** Something is soon due, and the person is told. */
    public Story isWarnedOf(String clock, String personId) {
        var event = aboutCase("escalation/clock.warned.v1/late-parcel-resolution");
        event.put("clock", clock);
        event.put("reminds", personId);
        return tell("redress.handling", caseId, "redress.clock.warned.v1", event);
    }

    /** Somebody has to know this of it. */
    public Story isNoticed(String occasion, String personId) {
        var event = aboutCase("escalation/notice.given.v1/double-charge");
        event.put("occasion", occasion);
        event.put("personId", personId);
        return tell("redress.handling", caseId, "redress.notice.given.v1", event);
    }

    /** A handler ended it with this word, as the example has it. */
    public Story isClosed(String example) {
        var closed = aboutCase("escalation/case.closed.v1/" + example).put("round", 1);
        return tell("redress.handling", caseId, "redress.case.closed.v1", closed);
    }

    public String lastEventId() {
        return lastEventId;
    }

    private ObjectNode aboutCase(String name) {
        var event = Contracts.example(name);
        event.put("caseId", caseId);
        event.put("caseNumber", caseNumber);
        return event;
    }

    private Story tell(String topic, String key, String type, ObjectNode event) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("mode", mode);
        attributes.put("orgunit", "hq/quality");
        attributes.put("correlationid", caseId);
        attributes.put("traceparent", TRACE);
        lastEventId = TestTopics.publish(topic, key, type, attributes, event.toString());
        return this;
    }
}
