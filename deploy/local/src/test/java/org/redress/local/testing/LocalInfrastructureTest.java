package org.redress.local.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.redress.local.UnpackedPostgres;

@UnpackedPostgres
class LocalInfrastructureTest {

    private static final LocalInfrastructure INFRASTRUCTURE = new LocalInfrastructure();
    private static Map<String, String> configuration = Map.of();

    @BeforeAll
    static void start() {
        INFRASTRUCTURE.init(
                Map.of(
                        "database", "intake",
                        "mail", "true",
                        "contract", "src/test/resources/asyncapi-sample.yaml"));
        configuration = INFRASTRUCTURE.start();
    }

    @AfterAll
    static void stop() {
        INFRASTRUCTURE.stop();
    }

    @Test
    void configures_a_database_that_answers() throws Exception {
        try (var connection =
                DriverManager.getConnection(
                        configuration.get("quarkus.datasource.jdbc.url"),
                        configuration.get("quarkus.datasource.username"),
                        configuration.get("quarkus.datasource.password"))) {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void carries_events_with_their_headers() {
        // when
        String id =
                TestTopics.publish(
                        "redress.cases", "case-1", "redress.case.registered.v1", "{\"round\":1}");

        // then
        Message message = TestTopics.await("redress.cases", "case-1", "redress.case.registered.v1");
        assertThat(message.attribute("id")).isEqualTo(id);
        assertThat(message.attribute("mode")).isEqualTo("REAL");
        assertThat(message.json().path("round").asInt()).isEqualTo(1);
        assertThat(TestTopics.read("redress.cases", "case-1")).containsExactly(message);
    }

    @Test
    void carries_rubbish_and_tombstones() {
        TestTopics.publishRaw("redress.customers", "rubbish", Map.of(), new byte[] {1});
        TestTopics.publish("redress.customers", "erased", "redress.x.v1", Map.of(), null);

        assertThat(TestTopics.read("redress.customers", "rubbish"))
                .singleElement()
                .matches(message -> message.type().isEmpty());
        assertThat(TestTopics.read("redress.customers", "erased"))
                .singleElement()
                .matches(Message::isTombstone);
    }

    @Test
    void knows_the_topics_of_the_contract_and_those_that_a_test_creates() {
        TestTopics.create("test.extra", 2);

        assertThat(TestTopics.read("test.extra")).isEmpty();
        assertThatThrownBy(() -> TestTopics.read("redress.misspelt"))
                .hasMessageContaining("redress.misspelt");
    }

    @Test
    void signs_tokens_in_the_shape_of_keycloak() throws Exception {
        // when
        String token = TestIssuer.token("wang.fang", Set.of("manager"), "hq/finance");

        // then
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8);
        JsonNode json = new ObjectMapper().readTree(claims);
        assertThat(json.path("iss").asText())
                .isEqualTo(configuration.get("quarkus.oidc.auth-server-url"));
        assertThat(json.at("/realm_access/roles/0").asText()).isEqualTo("manager");
        assertThat(json.at("/units/0").asText()).isEqualTo("hq/finance");
        assertThat(json.path("preferred_username").asText()).isEqualTo("wang.fang");
    }

    @Test
    void publishes_its_keys() throws Exception {
        JsonNode discovery = get(TestIssuer.url() + "/.well-known/openid-configuration");
        JsonNode keys = get(discovery.path("jwks_uri").asText());

        assertThat(keys.at("/keys/0/kty").asText()).isEqualTo("RSA");
    }

    @Test
    void keeps_mail_for_the_test() throws Exception {
        // when
        Properties properties = new Properties();
        properties.put("mail.smtp.host", configuration.get("quarkus.mailer.host"));
        properties.put("mail.smtp.port", configuration.get("quarkus.mailer.port"));
        MimeMessage mail = new MimeMessage(Session.getInstance(properties));
        mail.setRecipients(RecipientType.TO, "wang.fang@example.org");
        mail.setSubject("升级", "UTF-8");
        mail.setText("请确认", "UTF-8");
        Transport.send(mail);

        // then
        assertThat(TestMail.receivedBy("wang.fang@example.org"))
                .singleElement()
                .satisfies(received -> assertThat(received.getSubject()).isEqualTo("升级"));
    }

    private static JsonNode get(String url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String body =
                    client.send(
                                    HttpRequest.newBuilder(URI.create(url)).build(),
                                    BodyHandlers.ofString())
                            .body();
            return new ObjectMapper().readTree(body);
        }
    }
}
