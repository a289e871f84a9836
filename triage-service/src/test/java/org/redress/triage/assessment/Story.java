package org.redress.triage.assessment;

import static org.redress.triage.Contracts.example;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.redress.local.testing.Message;
import org.redress.local.testing.TestTopics;

/** A new case of its own for each test, told by events as intake publishes them. */
final class Story {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger SEQUENCE = new AtomicInteger();
    private static final String CASES = "redress.cases";
    private static final String ASSESSMENTS = "redress.assessments";

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
        TestTopics.publish(
                CASES,
                caseId,
                type,
                Map.of("mode", "DRILL", "correlationid", caseId, "orgunit", unit),
                payload.toString());
    }

    private ObjectNode payload(String event, String name) {
        try {
            var payload = (ObjectNode) JSON.readTree(example("intake", event, name));
            return payload.put("caseId", caseId).put("caseNumber", number);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
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
