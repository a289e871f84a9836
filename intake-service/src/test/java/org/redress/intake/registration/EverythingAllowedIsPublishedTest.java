package org.redress.intake.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.FrontEnd.CASES;
import static org.redress.intake.FrontEnd.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.intake.WithIntake;
import org.redress.intake.publication.Contracts;
import org.redress.local.testing.TestTopics;

/** Whatever the form accepts at its limits, the contract allows: no other service buries it. */
@WithIntake
class EverythingAllowedIsPublishedTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TYPE = "redress.case.registered.v1";

    static Stream<Arguments> limits() {
        return Stream.concat(texts(), others());
    }

    private static Stream<Arguments> texts() {
        return Stream.of(
                        longest("/channelRef", 200),
                        longest("/cti/callId", 100),
                        longest("/cti/agentId", 100),
                        longest("/customer/name", 100),
                        longest("/subject", 200),
                        longest("/description", 32_000),
                        longest("/incident/place", 500),
                        longest("/incident/personsInvolved", 1_000),
                        longest("/product/model", 100),
                        longest("/product/serial", 100),
                        longest("/product/batch", 100),
                        longest("/product/orderNumber", 100),
                        longest("/preliminaryCause", 2_000),
                        longest("/desiredRemedy", 2_000))
                .flatMap(ofText -> ofText);
    }

    private static Stream<Arguments> longest(String field, int length) {
        return Stream.of("漢", "\"", "😀", "e\u0301")
                .map(letter -> "漢" + letter.repeat(length))
                .map(text -> Arguments.of(field, beginning(text, length)));
    }

    /** No more than so many UTF-16 units, and no half of a letter at the end. */
    private static String beginning(String text, int length) {
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }

    private static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("/cti/callerNumber", "+86 (138) 0013-8000"),
                Arguments.of("/cti/callerNumber", "8001"),
                Arguments.of("/cti/queueSeconds", 86_400),
                Arguments.of("/cti/queueSeconds", 0),
                Arguments.of("/cti/recordingUrl", "https://a.example/" + "%20".repeat(327) + "a"),
                Arguments.of("/cti/recordingUrl", "http://10.0.0.7:8080/r?id=7&x=a/b#t=1"),
                Arguments.of("/customer/email", "a".repeat(64) + "@" + "b".repeat(60) + ".example"),
                Arguments.of("/receivedAt", "2000-01-01T00:00:00Z"),
                Arguments.of("/receivedAt", "2025-11-20T19:30:00.123456789+14:00"),
                Arguments.of("/incident/occurredAt", "2000-01-01T00:00:00Z"),
                Arguments.of("/flags/propertyLoss/amount", new BigDecimal("999999999999.999")),
                Arguments.of("/flags/propertyLoss/amount", new BigDecimal("0.001")),
                Arguments.of("/flags/propertyLoss/amount", new BigDecimal("1E+11")),
                Arguments.of("/flags/propertyLoss/amount", 0),
                Arguments.of("/flags/crowdSize", 1_000_000),
                Arguments.of("/flags/conductLevel", "SEVERE"),
                Arguments.of("/customer/tier", "PUBLIC_FIGURE"),
                Arguments.of("/channel", "REGULATOR"),
                Arguments.of("/channel", "STAFF"),
                Arguments.of("/mode", "TEST"));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void at_each_limit_of_a_field(String field, Object value) throws Exception {
        // given
        ObjectNode form = (ObjectNode) JSON.readTree(Examples.HOTLINE_ZH);
        form.put("channelRef", "F-1");
        form.putObject("flags")
                .put("injuryOrDanger", true)
                .putObject("propertyLoss")
                .put("amount", 10)
                .put("currency", "CNY");
        set(form, field, value);

        // when
        String caseId =
                agent().body(JSON.writeValueAsString(form))
                        .post(CASES)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("caseId");

        // then
        assertThat(
                        Contracts.violations(
                                TYPE, TestTopics.await("redress.cases", caseId, TYPE).text()))
                .isEmpty();
    }

    private static void set(ObjectNode form, String pointer, Object value)
            throws JsonProcessingException {
        int end = pointer.lastIndexOf('/');
        JsonNode parent = end == 0 ? form : form.at(pointer.substring(0, end));
        ((ObjectNode) parent).set(pointer.substring(end + 1), JSON.valueToTree(value));
    }
}
