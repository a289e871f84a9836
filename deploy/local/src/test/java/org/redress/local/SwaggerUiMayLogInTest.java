package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wildcard for the port is none for the browser: each origin has to be named. */
class SwaggerUiMayLogInTest {

    @TempDir Path folder;

    @Test
    void the_realm_names_every_page_that_asks_for_a_token() throws Exception {
        PlatformPorts ports = PlatformPorts.usual();
        JsonNode realm =
                new ObjectMapper()
                        .readTree(
                                Realm.of(
                                        ports,
                                        Checkout.root()
                                                .resolve(
                                                        "escalation-service/src/main/resources/organisation.yaml"),
                                        Secrets.in(folder)));

        JsonNode client =
                realm.path("clients")
                        .valueStream()
                        .filter(each -> each.path("clientId").asText().equals("redress-swagger-ui"))
                        .findAny()
                        .orElseThrow();
        assertThat(client.path("webOrigins").valueStream().map(JsonNode::asText))
                .hasSize(2 * Service.values().length)
                .contains("http://127.0.0.1:18091", "http://localhost:18095");
    }
}
