package org.redress.triage.assessment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.redress.local.testing.Message;
import org.redress.local.testing.TestTopics;
import org.redress.platform.testing.Contract;

/** A new case of its own for each test, told by events as intake publishes them. */
final class Story {

    private static final AtomicInteger SEQUENCE = new AtomicInteger();
    private static final String CASES = "redress.cases";
    private static final String ASSESSMENTS = "redress.assessments";

    private static final String CUSTOMER = UuidCreator.getTimeOrderedEpoch().toString();

    final String caseId = UuidCreator.getTimeOrderedEpoch().toString();
    final String number = number("20261121" + "%05d".formatted(SEQUENCE.incrementAndGet()));
    private final String unit;

    private Story(String unit) {
        this.unit = unit;
    }

    static Story at(String unit) {
        return new Story(unit);
    }

    Story registered(String description) {
        var payload = payload("case.registered", "late-parcel");
        payload.put("subject", "客户来电").remove("product");
        payload.put("description", description);
        publish("redress.case.registered.v1", payload);
        return this;
    }

    /** Any payload of this event, about this case. */
    Story told(String type, ObjectNode payload) {
        publish(type, payload.put("caseId", caseId).put("caseNumber", number));
        return this;
    }

    /** The same from JSON that no tool would write, which is about the kettle's case as yet. */
    Story toldRaw(String type, String payload) {
        var kettle = read("case.registered", "kettle");
        publish(
                type,
                payload.replace(kettle.get("caseId").asText(), caseId)
                        .replace(kettle.get("caseNumber").asText(), number));
        return this;
    }

    Story erased() {
        TestTopics.publish(
                "redress.erasures",
                CUSTOMER,
                "redress.customer.erased.v1",
                """
                {"customerId": "%s", "caseIds": ["%s"], "actor": {"kind": "PERSON", "id": "li.na"},
                 "occurredAt": "2026-11-21T06:02:11Z", "recordedAt": "2026-11-21T06:02:11Z"}
                """
                        .formatted(CUSTOMER, caseId));
        return this;
    }

    /** The unit that has it says that it is not its own. */
    Story returned(String why) {
        var payload =
                Contract.of("redress.case.handed-over.v1").example("double-charge-handed-over");
        payload.put("caseId", caseId).put("caseNumber", number);
        payload.put("way", "RETURN").put("note", why);
        TestTopics.publish(
                "redress.handling", caseId, "redress.case.handed-over.v1", payload.toString());
        return this;
    }

    Story corrected(String description) {
        var payload = payload("case.corrected", "kettle");
        payload.remove("product");
        payload.put("description", description);
        publish("redress.case.corrected.v1", payload);
        return this;
    }

    Message assessed(int revision) {
        return TestTopics.await(
                ASSESSMENTS,
                message ->
                        caseId.equals(message.key())
                                && message.json().get("revision").asInt() == revision);
    }

    private void publish(String type, ObjectNode payload) {
        publish(type, payload.toString());
    }

    private void publish(String type, String payload) {
        TestTopics.publish(
                CASES,
                caseId,
                type,
                Map.of("mode", "DRILL", "correlationid", caseId, "orgunit", unit),
                payload);
    }

    private ObjectNode payload(String event, String name) {
        return read(event, name).put("caseId", caseId).put("caseNumber", number);
    }

    private static ObjectNode read(String event, String name) {
        return Contract.of("redress." + event + ".v1").example(name);
    }

    private static String number(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (product + digits.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return "C-%s-%s%d"
                .formatted(digits.substring(0, 8), digits.substring(8), (11 - product) % 10);
    }
}
