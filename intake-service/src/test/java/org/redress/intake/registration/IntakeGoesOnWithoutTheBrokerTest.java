package org.redress.intake.registration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.FrontEnd.aCase;
import static org.redress.intake.FrontEnd.agent;

import org.junit.jupiter.api.Test;
import org.redress.intake.FrontEnd.Registered;
import org.redress.intake.ManagementDoor;
import org.redress.intake.WithIntake;
import org.redress.local.testing.TestBroker;
import org.redress.local.testing.TestTopics;

/** Nothing that was accepted is lost, and nobody is turned away, because the broker is away. */
@WithIntake
class IntakeGoesOnWithoutTheBrokerTest {

    @Test
    void cases_are_taken_in_and_told_when_the_broker_is_back() {
        // given
        Registered before = aCase();
        TestTopics.await("redress.cases", before.caseId(), "redress.case.registered.v1");
        TestBroker.stop();

        // when
        Registered during;
        try {
            during = aCase();
            agent().get(during.path()).then().statusCode(200);
            given().get(ManagementDoor.at("/q/health/ready")).then().statusCode(200);
        } finally {
            TestBroker.start();
        }

        // then
        var told = TestTopics.await("redress.cases", during.caseId(), "redress.case.registered.v1");
        assertThat(told.json().get("caseNumber").asText()).isEqualTo(during.number());
    }
}
