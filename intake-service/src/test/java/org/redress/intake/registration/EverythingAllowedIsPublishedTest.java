package org.redress.intake.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.FrontEnd.register;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.intake.Limits;
import org.redress.intake.Told;
import org.redress.intake.WithIntake;
import org.redress.platform.testing.Contract;

/** Whatever the form accepts at its limits, the contract allows: no other service buries it. */
@WithIntake
class EverythingAllowedIsPublishedTest {

    private static final String TYPE = "redress.case.registered.v1";

    private static final Limits LIMITS =
            Limits.of(
                            Examples.HOTLINE_ZH.replace(
                                    "\"injuryOrDanger\": true",
                                    "\"propertyLoss\": {\"currency\": \"CNY\"}"))
                    .at("/flags/injuryOrDanger", true, false)
                    .atLength("/channelRef", 200)
                    .atLength("/cti/callId", 100)
                    .atLength("/cti/agentId", 100)
                    .atLength("/customer/name", 100)
                    .atLength("/subject", 200)
                    .atLength("/description", 32_000)
                    .atLength("/incident/place", 500)
                    .atLength("/incident/personsInvolved", 1_000)
                    .atLength("/product/model", 100)
                    .atLength("/product/serial", 100)
                    .atLength("/product/batch", 100)
                    .atLength("/product/orderNumber", 100)
                    .atLength("/preliminaryCause", 2_000)
                    .atLength("/desiredRemedy", 2_000)
                    .at("/cti/callerNumber", "+86 (138) 0013-8000", "8001")
                    .at("/cti/queueSeconds", 86_400, 0)
                    .at(
                            "/cti/recordingUrl",
                            "https://a.example/" + "%20".repeat(327) + "a",
                            "http://10.0.0.7:8080/r?id=7&x=a/b#t=1")
                    .at("/customer/email", "a".repeat(64) + "@" + "b".repeat(60) + ".example")
                    .at(
                            "/receivedAt",
                            "2000-01-01T00:00:00Z",
                            "2025-11-20T19:30:00.123456789+14:00")
                    .at("/incident/occurredAt", "2000-01-01T00:00:00Z")
                    .at(
                            "/flags/propertyLoss/amount",
                            new BigDecimal("999999999999.999"),
                            new BigDecimal("0.001"),
                            new BigDecimal("1E+11"),
                            0)
                    .at("/flags/crowdSize", 1_000_000, 0)
                    .at("/flags/conductLevel", "SEVERE", "NONE")
                    .at("/customer/tier", "PUBLIC_FIGURE", "KEY_ACCOUNT", "VIP")
                    .at("/channel", "REGULATOR", "STAFF", "HOTLINE", "ON_SITE", "SOCIAL_MEDIA")
                    .at("/mode", "TEST", "REAL");

    @Test
    void at_the_limits_of_every_field() {
        // when
        List<String> caseIds =
                LIMITS.forms().stream().map(form -> register(form.toString()).caseId()).toList();

        // then
        assertThat(Told.of(caseIds, TYPE))
                .hasSize(5)
                .allSatisfy(event -> assertThat(Contract.of(TYPE).faults(event.text())).isEmpty());
    }
}
