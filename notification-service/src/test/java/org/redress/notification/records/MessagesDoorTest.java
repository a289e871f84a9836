package org.redress.notification.records;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.local.testing.TestIssuer;
import org.redress.notification.Deliveries;
import org.redress.notification.Post;
import org.redress.notification.Story;
import org.redress.notification.WithNotification;

@WithNotification
class MessagesDoorTest {

    @Inject Jdbi jdbi;

    @Test
    void a_handler_sees_who_was_written_to_and_the_customers_address_only_masked() {
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
    void a_page_that_was_acknowledged_says_since_when_and_which_page_it_is() {
        var kettle = Story.kettle().isRegistered();
        var pageId = kettle.pages("zhang.lei", "A");
        var page = Post.awaitTo("zhang.lei@redress.example", kettle);
        var pages = "items.find { it.pageId == '" + pageId + "' }";
        list("admin", "hq", kettle).then().body(pages + ".acknowledgedAt", nullValue());

        // when
        given().post("/a/" + page.token()).then().statusCode(200);

        // then
        list("admin", "hq", kettle)
                .then()
                .body(pages + ".acknowledgedAt", notNullValue())
                .body(pages + ".escalationId", equalTo(kettle.escalationId))
                .body(pages + ".recipient.address", equalTo("zhang.lei@redress.example"));
    }

    @Test
    void who_looked_at_a_customers_messages_is_written_down_and_why_under_the_key_of_the_case() {
        var kettle = Story.kettle().hasACustomer().isRegistered();
        var sent = Deliveries.await(kettle, "message.sent.v1", "CUSTOMER_ACKNOWLEDGMENT");
        var door = "/api/v1/messages/" + sent.path("messageId").asText();

        // when
        as("manager", "hq/quality")
                .header("Access-Reason", "she asked")
                .get(door)
                .then()
                .statusCode(200);
        as("manager", "hq/finance").get(door).then().statusCode(404);
        list("handler", "hq", kettle).then().statusCode(200);
        list("handler", "hq/finance", kettle).then().statusCode(200);

        // then
        assertThat(readsOf(kettle)).containsExactly("wang.fang " + kettle.caseId, "wang.fang -");
    }

    private List<String> readsOf(Story story) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                select person_id || ' ' || coalesce(sealed_under::text, '-')
                                from web.read_audit
                                where subject_kind = 'case' and subject_id = :id order by id
                                """)
                        .bind("id", story.caseId)
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void who_looked_at_what_went_to_staff_only_is_not() {
        var kettle = Story.kettle();
        kettle.pages("zhang.lei", "A");
        Post.awaitTo("zhang.lei@redress.example", kettle);

        // when
        list("handler", "hq", kettle).then().statusCode(200).body("items", hasSize(1));

        // then
        assertThat(readsOf(kettle)).isEmpty();
    }

    @Test
    void a_long_list_goes_on_behind_its_cursor_and_names_each_message_once() {
        // given
        var kettle = Story.kettle();
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        insert into message (id, dedup_key, purpose, priority, state, mode,
                            org_unit, case_id, case_number, round, recipient_kind, created_at)
                        select gen_random_uuid(), 'list:' || ? || n, 'STAFF_NEWS', 1, 'SENT', 'REAL',
                            'hq/quality', ?, ?, 1, 'STAFF', now()
                        from generate_series(1, 101) n
                        """,
                        kettle.caseId,
                        UUID.fromString(kettle.caseId),
                        kettle.caseNumber));

        // when
        var first = list("handler", "hq", kettle).jsonPath();
        var second = next(kettle, first.getString("next"), 40).jsonPath();
        var third = next(kettle, second.getString("next"), 11).jsonPath();

        // then
        List<String> all = new ArrayList<>(first.getList("items.id"));
        assertThat(all).hasSize(50).isSorted();
        all.addAll(second.getList("items.id"));
        assertThat(all).hasSize(90);
        all.addAll(third.getList("items.id"));
        assertThat(all).hasSize(101).doesNotHaveDuplicates();
        assertThat(third.getString("next")).isNull();
    }

    private static Response next(Story story, String cursor, int limit) {
        return as("handler", "hq")
                .queryParam("caseNumber", story.caseNumber)
                .queryParam("cursor", cursor)
                .queryParam("limit", limit)
                .get("/api/v1/messages");
    }

    @ParameterizedTest
    @CsvSource({
        "lin@example.com, l***@example.com",
        "'\"a@b\"@example.com', '\"***@example.com'",
        "🔥x@example.com, 🔥***@example.com",
        "nobody, n***"
    })
    void of_an_address_the_first_letter_and_the_domain_are_seen(String address, String masked) {
        assertThat(MessageRecords.masked(address)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "handler, 200",
        "manager, 200",
        "admin, 200",
        "commander, 403",
        "triage-officer, 403",
        "bi-analyst, 403",
        "auditor, 403"
    })
    void the_roles_that_handle_cases_read_and_no_other(String role, int status) {
        as(role, "hq")
                .get("/api/v1/messages?caseNumber=C-20261121-000420")
                .then()
                .statusCode(status);
    }

    @Test
    void what_waits_says_for_what() {
        var kettle = Story.kettle().isRegistered();

        await().untilAsserted(() ->
                list("admin", "hq", kettle).then().body("items[0].waitsFor", equalTo("CUSTOMER")));
    }

    @Test
    void whose_unit_it_is_not_sees_nothing() {
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
    void nobody_without_a_role_for_it() {
        given().get("/api/v1/messages?caseNumber=C-20261121-000420").then().statusCode(401);
        as("intake-agent", "hq")
                .get("/api/v1/messages?caseNumber=C-20261121-000420")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "'', caseNumber",
        "?caseNumber=42, caseNumber",
        "?caseNumber=C-20261121-000421, caseNumber",
        "?caseNumber=C-20261121-000420&cursor=zz, cursor",
        "?caseNumber=C-20261121-000420&limit=0, limit",
        "?caseNumber=C-20261121-000420&limit=201, limit",
        "?caseNumber=C-20261121-000420&limit=many, limit"
    })
    void a_bad_question_names_the_field(String query, String field) {
        as("handler", "hq")
                .get("/api/v1/messages" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", contains(field));
    }

    private static Response list(String role, String unit, Story story) {
        return as(role, unit).get("/api/v1/messages?caseNumber=" + story.caseNumber);
    }

    private static RequestSpecification as(String role, String unit) {
        return given().auth().oauth2(TestIssuer.token("wang.fang", Set.of(role), unit));
    }
}
