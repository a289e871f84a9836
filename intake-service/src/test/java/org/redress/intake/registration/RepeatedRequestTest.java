package org.redress.intake.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.redress.intake.FrontEnd.CASES;
import static org.redress.intake.FrontEnd.CUSTOMERS;
import static org.redress.intake.FrontEnd.agent;
import static org.redress.intake.FrontEnd.person;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.intake.WithIntake;

@WithIntake
class RepeatedRequestTest {

    @Inject Jdbi jdbi;

    @Test
    void a_repeated_key_with_the_same_body_gets_the_same_answer() {
        // given
        String key = UUID.randomUUID().toString();
        Response first = register(key, Examples.HOTLINE_ZH);

        // when
        Response second = register(key, Examples.HOTLINE_ZH);

        // then
        second.then()
                .statusCode(201)
                .header("Location", equalTo(first.header("Location")))
                .header("ETag", equalTo(first.header("ETag")))
                .body("caseNumber", equalTo(first.path("caseNumber")))
                .body("timetable", equalTo(first.path("timetable")));
    }

    @Test
    void whoever_was_erased_since_is_in_no_answer() {
        // given
        String key = UUID.randomUUID().toString();
        String customerId = register(key, Examples.HOTLINE_ZH).path("customerId");

        // when
        person("he.ping", "admin", "hq").delete(CUSTOMERS + "/" + customerId);

        // then
        assertThat(register(key, Examples.HOTLINE_ZH).statusCode()).isEqualTo(410);
    }

    @Test
    void an_enrolment_is_repeated_too() {
        // given
        RequestSpecification enrolment =
                agent().header("Idempotency-Key", UUID.randomUUID().toString())
                        .body("{\"name\": \"王小明\", \"phone\": \"13912345678\"}");

        // then
        assertThat(enrolment.post(CUSTOMERS).<String>path("customerId"))
                .isEqualTo(enrolment.post(CUSTOMERS).path("customerId"));
    }

    @Test
    void a_repeated_key_with_another_body_is_refused() {
        // given
        String key = UUID.randomUUID().toString();
        register(key, Examples.HOTLINE_ZH);

        // when
        Response other = register(key, Examples.EMAIL_EN);

        // then
        assertThat(other.statusCode()).isEqualTo(422);
    }

    @Test
    void a_refused_request_does_not_use_its_key_up() {
        // given
        String key = UUID.randomUUID().toString();
        assertThat(register(key, "{\"channel\": \"FAX\"}").statusCode()).isEqualTo(400);

        // when
        Response corrected = register(key, Examples.HOTLINE_ZH);

        // then
        assertThat(corrected.statusCode()).isEqualTo(201);
    }

    @Test
    void twenty_at_once_with_one_key_are_one_case() throws Exception {
        // given
        String key = UUID.randomUUID().toString();
        long before = cases();

        // when
        List<Response> answers = atOnce(20, () -> register(key, Examples.HOTLINE_ZH));

        // then
        assertThat(cases()).isEqualTo(before + 1);
        assertThat(answers).extracting(Response::statusCode).containsOnly(201, 409).contains(201);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 201)
                .extracting(answer -> answer.<String>path("caseNumber"))
                .containsOnly(
                        answers.stream()
                                .filter(answer -> answer.statusCode() == 201)
                                .findFirst()
                                .orElseThrow()
                                .<String>path("caseNumber"));
    }

    @Test
    void a_hundred_at_once_without_a_key_get_a_hundred_numbers() throws Exception {
        // when
        List<Response> answers =
                atOnce(100, () -> agent().body(Examples.SUGGESTION_ZH).post(CASES));

        // then
        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(answer -> answer.<String>path("caseNumber"))
                .doesNotHaveDuplicates();
    }

    private static Response register(String key, String body) {
        return agent().header("Idempotency-Key", key).body(body).post(CASES);
    }

    private static List<Response> atOnce(int times, Callable<Response> request) throws Exception {
        List<Response> answers = new ArrayList<>();
        try (var clients = Executors.newFixedThreadPool(20)) {
            List<Callable<Response>> requests = Collections.nCopies(times, request);
            for (Future<Response> answer : clients.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private long cases() {
        return jdbi.withHandle(handle ->
                handle.createQuery("select count(*) from customer_case").mapTo(long.class).one());
    }
}
