package org.redress.notification.messages;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.local.testing.TestIssuer;
import org.redress.notification.Deliveries;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;

@WithNotification
class MessagesDoorTest {
    @Test
    void aHandlerSeesWhoWasWrittenToAndTheCustomersAddressOnlyMasked() {
        var kettle = Story.kettle().hasACustomer("林晓雯", "lin@example.com").isRegistered();
        var id = Deliveries.await(kettle, "message.sent.v1", "CUSTOMER_ACKNOWLEDGMENT");

        list("handler", "hq", kettle)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("SENT"))
                .body("items[0].recipient.address", equalTo("l***@example.com"));
        as("manager", "hq/quality")
                .get("/api/v1/messages/" + id.path("messageId").asText())
                .then()
                .statusCode(200)
                .body("attempts", hasSize(1))
                .body("attempts[0].outcome", equalTo("ACCEPTED"))
                .body(not(containsString("lin@")));
    }

    @Test
    void whatWaitsSaysForWhat() {
        var kettle = Story.kettle().isRegistered();

        await().untilAsserted(() ->
                list("admin", "hq", kettle).then().body("items[0].waitsFor", equalTo("CUSTOMER")));
    }

    @Test
    void whoseUnitItIsNotSeesNothing() {
        var kettle = Story.kettle().hasACustomer().isRegistered();
        var sent = Deliveries.await(kettle, "message.sent.v1", "CUSTOMER_ACKNOWLEDGMENT");

        list("handler", "hq/finance", kettle).then().statusCode(200).body("items", hasSize(0));
        as("handler", "hq/qual")
                .get("/api/v1/messages/" + sent.path("messageId").asText())
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void nobodyWithoutARoleForIt() {
        given().get("/api/v1/messages?caseNumber=C-20261121-000420").then().statusCode(401);
        as("intake-agent", "hq")
                .get("/api/v1/messages?caseNumber=C-20261121-000420")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?caseNumber=42", "?caseNumber=C-20261121-000420&cursor=zz"})
    void aBadQuestionNamesTheField(String query) {
        as("handler", "hq")
                .get("/api/v1/messages" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations", hasSize(1));
    }

    private static Response list(String role, String unit, Story story) {
        return as(role, unit).get("/api/v1/messages?caseNumber=" + story.caseNumber);
    }

    private static RequestSpecification as(String role, String unit) {
        return given().auth().oauth2(TestIssuer.token("wang.fang", Set.of(role), unit));
    }
}
