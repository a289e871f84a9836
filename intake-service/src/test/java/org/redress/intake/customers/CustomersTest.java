package org.redress.intake.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.redress.intake.FrontEnd.CASES;
import static org.redress.intake.FrontEnd.CUSTOMERS;
import static org.redress.intake.FrontEnd.aCase;
import static org.redress.intake.FrontEnd.agent;
import static org.redress.intake.FrontEnd.person;
import static org.redress.intake.FrontEnd.register;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.intake.FrontEnd.Registered;
import org.redress.intake.Handling;
import org.redress.intake.WithIntake;
import org.redress.local.testing.TestTopics;

@WithIntake
class CustomersTest {

    private static final Pattern HEX = Pattern.compile("\\\\x((?:[0-9a-f]{2})+)");
    private static final String SNAPSHOT = "redress.customer.snapshot.v1";

    @Inject Jdbi jdbi;

    @ParameterizedTest
    @CsvSource({
        "intake-agent,   true,  **********5678, w***@example.com",
        "triage-officer, true,  **********5678, w***@example.com",
        "handler,        false, +8613912345678, wang@example.com",
        "manager,        false, +8613912345678, wang@example.com",
        "commander,      false, +8613912345678, wang@example.com",
        "admin,          false, +8613912345678, wang@example.com"
    })
    void contact_points_are_masked_by_role(
            String role, boolean masked, String phone, String email) {
        person("somebody", role, "hq")
                .get(CUSTOMERS + "/" + aCase().customerId())
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("name", equalTo("王小明"))
                .body("masked", equalTo(masked))
                .body("phone", equalTo(phone))
                .body("email", equalTo(email));
    }

    @ParameterizedTest
    @CsvSource({
        "intake-agent,   李**, *******8000",
        "triage-officer, 李**, *******8000",
        "handler,        李娜, 13800138000",
        "commander,      李娜, 13800138000"
    })
    void so_are_the_name_of_a_public_figure_and_the_number_of_the_call(
            String role, String name, String callerNumber) {
        // given
        Registered registered =
                register(
                        """
                        {"channel": "HOTLINE", "cti": {"callerNumber": "13800138000"}, "description": "无",
                         "customer": {"name": "李娜", "tier": "PUBLIC_FIGURE"}}
                        """);

        // then
        person("somebody", role, "hq")
                .get(registered.path())
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("customer.name", equalTo(name))
                .body("report.cti.callerNumber", equalTo(callerNumber));
    }

    @Test
    void of_all_who_change_what_they_have_read_one_is_heard_and_the_others_read_again()
            throws Exception {
        // given
        String id = enrolled();
        Callable<Integer> change =
                () ->
                        change("{\"tier\": \"VIP\"}")
                                .header("If-Match", "\"1\"")
                                .patch(CUSTOMERS + "/" + id)
                                .statusCode();

        // when
        List<Integer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers =
                    threads.invokeAll(Collections.nCopies(8, change)).stream()
                            .map(Future::resultNow)
                            .toList();
        }

        // then
        assertThat(answers).containsOnly(200, 412).containsOnlyOnce(200);
    }

    @Test
    void every_read_of_personal_data_is_audited() {
        // given
        Registered registered = aCase();

        // when
        person("liu.yang", "manager", "hq").get(CUSTOMERS + "/" + registered.customerId());
        person("liu.yang", "manager", "hq").get(registered.path());

        // then
        assertThat(audited("liu.yang", "customer", registered.customerId())).isOne();
        assertThat(audited("liu.yang", "case", registered.caseId())).isOne();
    }

    @Test
    void nothing_personal_stands_readable_in_the_database() {
        // given
        String note = "已致电王小明先生";

        // when
        String id = enrolled();
        Registered registered = aCase();
        agent().header("Idempotency-Key", UUID.randomUUID().toString())
                .body(
                        """
                        {"direction": "OUTBOUND", "channel": "HOTLINE", "note": "%s"}
                        """
                                .formatted(note))
                .post(registered.path() + "/contacts")
                .then()
                .statusCode(201);
        Handling.of(registered).assessed(1, "HIGH").assigned(1).resolved(1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        agent().get(registered.path())
                                .then()
                                .body("handling", hasKey("resolution"))
                                .body("$", hasKey("assessment")));

        // then
        assertThat(everyRow())
                .contains(id, registered.number())
                .doesNotContain("王小明", "1391234", "wang@", "快递", note);
    }

    @Test
    void a_change_needs_the_version_that_was_read_and_is_published() {
        // given
        String id = enrolled();

        // then
        change("{\"email\": \"new@example.com\"}")
                .patch(CUSTOMERS + "/" + id)
                .then()
                .statusCode(428);
        change("{\"email\": \"nobody\"}")
                .header("If-Match", "\"1\"")
                .patch(CUSTOMERS + "/" + id)
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("email"));
        change("{\"email\": \"new@example.com\", \"tier\": \"VIP\"}")
                .header("If-Match", "\"1\"")
                .patch(CUSTOMERS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("tier", equalTo("VIP"))
                .body("phone", equalTo("**********5678"));
        change("{\"tier\": \"STANDARD\"}")
                .header("If-Match", "\"1\"")
                .patch(CUSTOMERS + "/" + id)
                .then()
                .statusCode(412);
        TestTopics.await(
                "redress.customers",
                message ->
                        id.equals(message.key())
                                && message.json().get("email").asText().equals("new@example.com"));
    }

    @Test
    void erasure_leaves_a_tombstone_and_cases_without_a_word_of_the_customer() {
        // given
        Registered registered = aCase();
        TestTopics.await("redress.customers", registered.customerId(), SNAPSHOT);

        // when
        erase(registered.customerId()).then().statusCode(204);

        // then
        TestTopics.await(
                "redress.customers",
                message -> registered.customerId().equals(message.key()) && message.isTombstone());
        agent().get(CUSTOMERS + "/" + registered.customerId()).then().statusCode(404);
        agent().get(registered.path())
                .then()
                .statusCode(200)
                .body("caseNumber", equalTo(registered.number()))
                .body("$", not(hasKey("customer")))
                .body("$", not(hasKey("report")));
        agent().body(
                        """
                        {"channel": "STAFF", "description": "d", "customerId": "%s"}
                        """
                                .formatted(registered.customerId()))
                .post(CASES)
                .then()
                .statusCode(422);
        agent().body("{\"direction\": \"INBOUND\", \"channel\": \"HOTLINE\", \"note\": \"n\"}")
                .post(registered.path() + "/contacts")
                .then()
                .statusCode(409);
        erase(registered.customerId()).then().statusCode(204);
    }

    @Test
    void who_never_was_cannot_be_erased_or_read() {
        String id = UUID.randomUUID().toString();

        erase(id).then().statusCode(404);
        agent().get(CUSTOMERS + "/" + id).then().statusCode(404);
        agent().get(CUSTOMERS + "/not-an-id").then().statusCode(404);
    }

    /** Every table of the service as text, bytes read as the UTF-8 that they may be. */
    private String everyRow() {
        return jdbi.withHandle(handle ->
                handle
                        .createQuery(
                                """
                                select t::text from customer t
                                union all select t::text from customer_case t
                                union all select t::text from journal_entry t
                                union all select t::text from live_handling t
                                union all select t::text from live_assessment t
                                union all select t::text from live_delivery t
                                union all select t::text from web.read_audit t
                                union all select t::text from web.remembered_answer t
                                """)
                        .mapTo(String.class)
                        .list()
                        .stream()
                        .map(CustomersTest::readable)
                        .collect(Collectors.joining()));
    }

    /**
     * The row with its bytes, which PostgreSQL shows in hexadecimal digits, as the text they may
     * be.
     */
    private static String readable(String row) {
        return HEX.matcher(row)
                .replaceAll(bytes ->
                        Matcher.quoteReplacement(
                                new String(
                                        HexFormat.of().parseHex(bytes.group(1)),
                                        StandardCharsets.UTF_8)));
    }

    private static String enrolled() {
        return agent().header("Idempotency-Key", UUID.randomUUID().toString())
                .body(
                        """
                        {"name": "王小明", "phone": "13912345678", "email": "wang@example.com"}
                        """)
                .post(CUSTOMERS)
                .then()
                .statusCode(201)
                .extract()
                .path("customerId");
    }

    private static RequestSpecification change(String json) {
        return agent().body(json);
    }

    private static Response erase(String id) {
        return person("he.ping", "admin", "hq").delete(CUSTOMERS + "/" + id);
    }

    private long audited(String person, String kind, String id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select count(*) from web.read_audit
                                where person_id = ? and subject_kind = ? and subject_id = ?
                                """)
                        .bind(0, person)
                        .bind(1, kind)
                        .bind(2, id)
                        .mapTo(long.class)
                        .one());
    }
}
