package org.redress.local.demo;

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
import java.util.Base64;
import java.util.List;
import java.util.Optional;
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
    private final List<String> tokens = new ArrayList<>();
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
    void aRepetitionHasTheSameKey() {
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
    void aRefusedCaseIsNotSentAgain() {
        // given
        answers.add(400);
        // when
        Registration answer = register();
        // then
        assertThat(answer).isEqualTo(new Registration.Refused("400"));
        assertThat(keys).hasSize(1);
    }

    @Test
    void aTokenThatIsOverIsRenewedOnce() {
        // given
        answers.addAll(List.of(401, 201));
        // when
        Registration answer = register();
        // then
        assertThat(answer).isInstanceOf(Registration.Accepted.class);
        assertThat(tokens).hasSize(2).doesNotHaveDuplicates();
    }

    private Registration register() {
        URI address = URI.create("http://127.0.0.1:" + intake.getAddress().getPort());
        InstantSource clock = InstantSource.fixed(NOW);
        Person agent = Person.at(_ -> address, this::login, clock);
        var form = new FileLine.Complaint(1, "a", false, Optional.empty(), "It leaks.").form();
        return new Agent(agent, clock).insist(form, "k1");
    }

    private String login() {
        String claims = "{\"exp\":" + NOW.plusSeconds(300 + tokens.size()).getEpochSecond() + "}";
        return "e30."
                + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".sig";
    }

    private void answer(HttpExchange exchange) throws IOException {
        keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
        int status = answers.remove();
        byte[] body = (status == 201 ? CREATED : "{}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
