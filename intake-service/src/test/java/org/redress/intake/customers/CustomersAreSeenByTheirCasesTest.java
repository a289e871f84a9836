package org.redress.intake.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.redress.intake.FrontEnd.CASES;
import static org.redress.intake.FrontEnd.CUSTOMERS;
import static org.redress.intake.FrontEnd.aCase;
import static org.redress.intake.FrontEnd.agent;
import static org.redress.intake.FrontEnd.person;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.intake.FrontEnd.Registered;
import org.redress.intake.Handling;
import org.redress.intake.WithIntake;

/** A customer is seen by who may see one of their cases (requirement XX-06). */
@WithIntake
class CustomersAreSeenByTheirCasesTest {

    @Inject Jdbi jdbi;

    @Test
    void a_handler_sees_the_customer_when_the_unit_owns_a_case_and_not_before() {
        // given
        Registered registered = aCase();
        read(handler("hq/logistics"), registered).statusCode(404);

        // when
        Handling.of(registered).assigned(1);

        // then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> read(handler("hq/logistics"), registered).statusCode(200));
        read(handler("hq/logistics-east"), registered).statusCode(404);
        read(handler("hq/logistics/north"), registered).statusCode(404);
        read(handler("hq"), registered).statusCode(200);
    }

    @Test
    void a_unit_that_the_case_has_left_sees_its_customer_no_more() {
        // given
        Registered registered = aCase();
        Handling handling = Handling.of(registered).assigned(1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> read(handler("hq/logistics"), registered).statusCode(200));

        // when
        handling.tells(
                "case.assigned", 1, "\"status\": \"ASSIGNED\", \"ownerUnit\": \"hq/finance\"");

        // then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> read(handler("hq/logistics"), registered).statusCode(404));
        read(handler("hq/finance"), registered).statusCode(200);
        read(agent(), registered).statusCode(200);
    }

    @Test
    void an_agent_of_another_outlet_changes_nobody_and_looks_only_with_a_reason() {
        // given
        Registered registered = aCase();

        // then
        elsewhere()
                .header("If-Match", "\"1\"")
                .body("{\"tier\": \"VIP\"}")
                .patch(CUSTOMERS + "/" + registered.customerId())
                .then()
                .statusCode(404);
        read(elsewhere(), registered)
                .statusCode(400)
                .body("violations.field", hasItem("Access-Reason"));
        read(elsewhere().header("Access-Reason", "caller is on the line"), registered)
                .statusCode(200)
                .body("masked", equalTo(true));
        assertThat(reasons(registered.customerId())).isOne();
    }

    @Test
    void who_registers_for_a_customer_of_others_says_why() {
        // given
        Registered registered = aCase();
        String form =
                """
                {"channel": "HOTLINE", "customerId": "%s", "description": "再次来电"}
                """
                        .formatted(registered.customerId());

        // then
        elsewhere().body(form).post(CASES).then().statusCode(400);
        elsewhere()
                .header("Access-Reason", "caller is on the line")
                .body(form)
                .post(CASES)
                .then()
                .statusCode(201);
        assertThat(reasons(registered.customerId())).isOne();
        read(elsewhere(), registered).statusCode(200);
    }

    @Test
    void without_a_case_the_unit_that_enrolled_them_sees_them() {
        // given
        String id =
                elsewhere()
                        .body("{\"name\": \"王小明\", \"phone\": \"13912345678\"}")
                        .post(CUSTOMERS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("customerId");

        // then
        elsewhere().get(CUSTOMERS + "/" + id).then().statusCode(200);
        handler("hq/outlets").get(CUSTOMERS + "/" + id).then().statusCode(200);
        handler("hq/outlets/eas").get(CUSTOMERS + "/" + id).then().statusCode(404);
        handler("hq/outlets/west").get(CUSTOMERS + "/" + id).then().statusCode(404);
        agent().get(CUSTOMERS + "/" + id).then().statusCode(400);

        // when
        agent().header("Access-Reason", "caller is on the line")
                .body(
                        """
                        {"channel": "HOTLINE", "customerId": "%s", "description": "来电"}
                        """
                                .formatted(id))
                .post(CASES)
                .then()
                .statusCode(201);

        // then
        agent().get(CUSTOMERS + "/" + id).then().statusCode(200);
        handler("hq/outlets").get(CUSTOMERS + "/" + id).then().statusCode(404);
    }

    private long reasons(String customerId) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select count(*) from web.read_audit
                                where subject_id = ? and person_id = 'he.jun' and reason is not null
                                """)
                        .bind(0, customerId)
                        .mapTo(long.class)
                        .one());
    }

    private static ValidatableResponse read(RequestSpecification by, Registered registered) {
        return by.get(CUSTOMERS + "/" + registered.customerId()).then();
    }

    private static RequestSpecification handler(String unit) {
        return person("sun.li", "handler", unit);
    }

    private static RequestSpecification elsewhere() {
        return person("he.jun", "intake-agent", "hq/outlets/east");
    }
}
