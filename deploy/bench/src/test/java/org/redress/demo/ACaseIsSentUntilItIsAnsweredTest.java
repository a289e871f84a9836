package org.redress.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.local.Person;

class ACaseIsSentUntilItIsAnsweredTest {

    private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");
    private static final String CREATED =
            "{\"caseId\": \"019aa5f2\", \"caseNumber\": \"C-20261121-000420\"}";

    private final Queue<Integer> answers = new ArrayDeque<>();
    private final List<String> keys = new ArrayList<>();
    private HttpServer intake;

    @BeforeEach
    void start() throws IOException {
        intake = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        intake.createContext("/api/v1/cases", this::answer);
        intake.start();
    }

    @AfterEach
    void stop() {
        intake.stop(0);
    }

    @Test
    void a_repetition_has_the_same_key() {
        // given
        answers.addAll(List.of(503, 409, 201));
        // when
        Registration answer = register();
        // then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Registration.Accepted.class,
                        accepted ->
                                assertThat(accepted.caseNumber()).isEqualTo("C-20261121-000420"));
        assertThat(keys).hasSize(3).containsOnly("k1");
    }

    @Test
    void a_refused_case_is_not_sent_again() {
        // given
        answers.add(400);
        // when
        Registration answer = register();
        // then
        assertThat(answer).isEqualTo(new Registration.Refused("400"));
        assertThat(keys).hasSize(1);
    }

    private Registration register() {
        URI address = URI.create("http://127.0.0.1:" + intake.getAddress().getPort());
        InstantSource clock = InstantSource.fixed(NOW);
        Person agent = new Person(_ -> address, () -> "token");
        var form = new Complaint(1, "a", false, "", "It leaks.").form();
        return new Agent(agent, clock).register(form, "k1");
    }

    private void answer(HttpExchange exchange) throws IOException {
        keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        int status = answers.remove();
        byte[] body = (status == 201 ? CREATED : "{}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
