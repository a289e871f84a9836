package org.redress.intake;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Set;
import org.redress.local.testing.TestIssuer;

/** What the call-center front end does, for tests. */
public final class FrontEnd {

    public static final String CASES = "/api/v1/cases";
    public static final String CUSTOMERS = "/api/v1/customers";

    private static final String A_CASE =
            """
            {
              "channel": "WEB_PORTAL",
              "customer": {"name": "王小明", "phone": "13912345678", "email": "wang@example.com"},
              "subject": "快递迟到",
              "description": "订单已经晚了五天，客服没有人回复。",
              "product": {"orderNumber": "D2025-1"}
            }
            """;

    private FrontEnd() {}

    /** An agent of customer service. */
    public static RequestSpecification agent() {
        return person("zhao.min", "intake-agent", "hq/customer-service");
    }

    /** Somebody with one role in one unit. */
    public static RequestSpecification person(String id, String role, String unit) {
        return given().auth()
                .oauth2(TestIssuer.token(id, Set.of(role), unit))
                .contentType(ContentType.JSON);
    }

    /** Registers a case of no particular kind. */
    public static Registered aCase() {
        return register(A_CASE);
    }

    /** Registers this case, which must succeed. */
    public static Registered register(String json) {
        Response answer =
                agent().body(json)
                        .post(CASES)
                        .then()
                        .log()
                        .ifValidationFails()
                        .statusCode(201)
                        .extract()
                        .response();
        return new Registered(
                answer.path("caseId"),
                answer.path("caseNumber"),
                answer.path("customerId"),
                answer.header("ETag"));
    }

    /** A case that was answered 201. */
    public record Registered(String caseId, String number, String customerId, String etag) {

        /** Where it is read. */
        public String path() {
            return CASES + "/" + number;
        }
    }
}
