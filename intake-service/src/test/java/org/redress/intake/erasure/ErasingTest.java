package org.redress.intake.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.redress.intake.FrontEnd.CASES;
import static org.redress.intake.FrontEnd.CUSTOMERS;
import static org.redress.intake.FrontEnd.aCase;
import static org.redress.intake.FrontEnd.agent;
import static org.redress.intake.FrontEnd.person;
import static org.redress.intake.FrontEnd.register;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.redress.intake.FrontEnd.Registered;
import org.redress.intake.Handling;
import org.redress.intake.Locks;
import org.redress.intake.WithIntake;
import org.redress.intake.cases.CaseNumber;
import org.redress.intake.cases.Cases;
import org.redress.intake.customers.CustomerId;
import org.redress.intake.customers.Customers;
import org.redress.local.testing.TestTopics;
import org.redress.platform.vault.Vault;

/** A customer is to be forgotten (requirement XX-03). */
@WithIntake
class ErasingTest {

    private static final String ERASURES = "redress.erasures";

    @Inject Jdbi jdbi;
    @Inject Vault vault;
    @Inject Customers customers;
    @Inject Cases cases;

    @Test
    void all_services_are_told_the_ids_of_the_customer_and_of_every_case() {
        // given
        Registered first = aCase();
        Registered second = again(first);

        // when
        erase(first.customerId()).then().statusCode(204);

        // then
        var told = TestTopics.await(ERASURES, first.customerId(), "redress.customer.erased.v1");
        assertThat(told.json().get("customerId").asText()).isEqualTo(first.customerId());
        assertThat(told.json().get("caseIds"))
                .extracting(id -> id.asText())
                .containsExactly(first.caseId(), second.caseId());
        assertThat(told.json().at("/actor/id").asText()).isEqualTo("he.ping");
        assertThat(told.text()).doesNotContain("王小明", "1391234", "wang@", "快递");
    }

    @Test
    void the_keys_of_the_customer_and_of_the_cases_are_gone_for_good() {
        // given
        Registered registered = aCase();

        // when
        erase(registered.customerId()).then().statusCode(204);

        // then
        assertThat(vault.isDestroyed(UUID.fromString(registered.customerId()))).isTrue();
        assertThat(vault.isDestroyed(UUID.fromString(registered.caseId()))).isTrue();
        assertThat(vault.seal(UUID.fromString(registered.customerId()), "a.b", "late")).isNull();
    }

    @Test
    void the_answers_show_what_is_left_and_say_why() {
        // given
        Registered registered = aCase();
        agent().body("{\"direction\": \"INBOUND\", \"channel\": \"HOTLINE\", \"note\": \"催促\"}")
                .post(registered.path() + "/contacts")
                .then()
                .statusCode(201);
        Handling.of(registered).assessed(1, "HIGH").assigned(1).resolved(1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        agent().get(registered.path()).then().body("status", equalTo("RESOLVED")));

        // when
        erase(registered.customerId()).then().statusCode(204);

        // then
        agent().get(registered.path())
                .then()
                .statusCode(200)
                .body("erased", equalTo(true))
                .body("status", equalTo("RESOLVED"))
                .body("handling.ownerUnit", equalTo("hq/logistics"))
                .body("handling", not(hasKey("resolution")))
                .body("$", not(hasKey("customer")))
                .body("$", not(hasKey("report")))
                .body("$", not(hasKey("assessment")))
                .body("journal", empty());
        agent().get(registered.path() + "/journal").then().statusCode(200).body("items", empty());
    }

    @Test
    void a_case_that_ends_late_makes_it_told_once_more() {
        // given
        Registered registered = aCase();
        Handling handling = Handling.of(registered).assigned(1);
        erase(registered.customerId()).then().statusCode(204);

        // when
        handling.tells("case.closed", 1, "\"status\": \"CLOSED\", \"closedAs\": \"UNREACHABLE\"");

        // then
        TestTopics.await(
                ERASURES,
                event ->
                        registered.customerId().equals(event.key())
                                && event.json().at("/actor/kind").asText().equals("RULE"));
    }

    @Test
    void whoever_registers_at_that_moment_is_told_of_or_refused() throws Exception {
        // given
        Registered known = aCase();
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> registrations =
                    IntStream.range(0, 8)
                            .mapToObj(_ ->
                                    threads.submit(() -> {
                                        start.await();
                                        return agent().body(again(known.customerId())).post(CASES);
                                    }))
                            .toList();
            Future<Response> erasure =
                    threads.submit(() -> {
                        start.await();
                        return erase(known.customerId());
                    });

            // when
            start.countDown();

            // then
            assertThat(erasure.get().statusCode()).isEqualTo(204);
            for (Future<Response> registration : registrations) {
                assertThat(registration.get().statusCode()).isIn(201, 422);
            }
        }
        var told = TestTopics.await(ERASURES, known.customerId(), "redress.customer.erased.v1");
        assertThat(told.json().get("caseIds"))
                .extracting(id -> id.asText())
                .containsExactlyInAnyOrderElementsOf(casesOf(known.customerId()));
    }

    @Test
    void a_registration_that_has_begun_is_waited_for() throws Exception {
        Registered known = aCase();
        isWaitedFor(known, () -> customers.hold(customerId(known)));
    }

    @Test
    void so_is_a_change_of_a_case() throws Exception {
        Registered known = aCase();
        isWaitedFor(known, () -> cases.findForChange(new CaseNumber(known.number())));
    }

    private void isWaitedFor(Registered known, Supplier<Optional<?>> writing) throws Exception {
        // given
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writer =
                    threads.submit(() ->
                            QuarkusTransaction.requiringNew()
                                    .call(() -> {
                                        assertThat(writing.get()).isPresent();
                                        begun.countDown();
                                        return written.await(20, TimeUnit.SECONDS);
                                    }));
            begun.await();

            // when
            Future<Response> erasure = threads.submit(() -> erase(known.customerId()));

            // then
            Locks.awaitSomebodyWaiting(jdbi);
            assertThat(erasure).isNotDone();
            written.countDown();
            writer.get();
            assertThat(erasure.get().statusCode()).isEqualTo(204);
        }
    }

    @Test
    void whoever_registers_while_it_is_erased_finds_nobody() throws Exception {
        Registered known = aCase();
        assertThat(
                        answeredAfterErasure(
                                known, () -> agent().body(again(known.customerId())).post(CASES)))
                .isEqualTo(422);
    }

    @Test
    void so_does_whoever_follows_up() throws Exception {
        Registered known = aCase();
        String contact = "{\"direction\": \"INBOUND\", \"channel\": \"HOTLINE\", \"note\": \"n\"}";
        assertThat(
                        answeredAfterErasure(
                                known,
                                () -> agent().body(contact).post(known.path() + "/contacts")))
                .isEqualTo(409);
    }

    /** What comes in between the beginning and the commit of an erasure. */
    private int answeredAfterErasure(Registered known, Callable<Response> request)
            throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Response> waiting =
                    QuarkusTransaction.requiringNew()
                            .call(() -> {
                                assertThat(customers.holdForErasure(customerId(known))).isTrue();
                                customers.erase(customerId(known), Clock.systemUTC().instant());
                                Future<Response> answer = threads.submit(request);
                                Locks.awaitSomebodyWaiting(jdbi);
                                return answer;
                            });
            return waiting.get().statusCode();
        }
    }

    @Test
    void a_restored_backup_of_the_data_says_nothing() {
        // given
        Registered registered = aCase();
        byte[] card =
                jdbi.withHandle(handle ->
                        handle.createQuery("select card from customer where id = :id")
                                .bind("id", customerId(registered).value())
                                .mapTo(byte[].class)
                                .one());
        erase(registered.customerId()).then().statusCode(204);

        // when
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "update customer set card = :card, erased_at = null where id = :id")
                        .bind("card", card)
                        .bind("id", customerId(registered).value())
                        .execute());

        // then
        agent().get(CUSTOMERS + "/" + registered.customerId()).then().statusCode(404);
        agent().get(registered.path())
                .then()
                .statusCode(200)
                .body("$", not(hasKey("customer")))
                .body("$", not(hasKey("report")));
    }

    @Test
    void who_erases_once_more_tells_once_more() {
        // given
        Registered registered = aCase();
        AtomicInteger told = new AtomicInteger();

        // when
        erase(registered.customerId()).then().statusCode(204);
        erase(registered.customerId()).then().statusCode(204);

        // then
        TestTopics.await(
                ERASURES,
                event ->
                        registered.customerId().equals(event.key()) && told.incrementAndGet() == 2);
    }

    @Test
    void at_each_start_a_restored_backup_of_the_keys_is_erased_again() {
        // given
        UUID forgotten = UUID.randomUUID();
        jdbi.useHandle(handle ->
                handle.execute(
                        """
                        insert into customer
                            (id, card, language, tier, unit, created_at, erased_at, version)
                        values (?, null, 'EN', 'STANDARD', 'hq', now(), now(), 2)
                        """,
                        forgotten));
        assertThat(vault.seal(forgotten, "a.b", "restored")).isNotNull();

        // when
        atAStart();

        // then
        assertThat(vault.isDestroyed(forgotten)).isTrue();
    }

    @Test
    void who_never_was_cannot_be_erased() {
        erase(UUID.randomUUID().toString()).then().statusCode(404);
    }

    /** What happens here at each start, and only that. */
    private static void atAStart() {
        StartupEvent start = new StartupEvent();
        Arc.container().beanManager().resolveObserverMethods(start).stream()
                .filter(observer -> observer.getBeanClass().equals(ErasedForEver.class))
                .findFirst()
                .orElseThrow()
                .notify(start);
    }

    private static CustomerId customerId(Registered registered) {
        return new CustomerId(UUID.fromString(registered.customerId()));
    }

    private Set<String> casesOf(String customerId) {
        return Set.copyOf(
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        "select id::text from customer_case where customer_id = :id")
                                .bind("id", UUID.fromString(customerId))
                                .mapTo(String.class)
                                .list()));
    }

    private static Registered again(Registered first) {
        return register(again(first.customerId()));
    }

    private static String again(String customerId) {
        return """
        {"channel": "HOTLINE", "customerId": "%s", "description": "再次来电"}
        """
                .formatted(customerId);
    }

    private static Response erase(String id) {
        return person("he.ping", "admin", "hq").delete(CUSTOMERS + "/" + id);
    }
}
