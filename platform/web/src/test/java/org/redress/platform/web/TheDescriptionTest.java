package org.redress.platform.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

@WithDoors
class TheDescriptionTest {

    @TestHTTPResource(value = "/openapi?format=json", management = true)
    URL document;

    @TestHTTPResource(value = "/swagger-ui/", management = true)
    URL swaggerUi;

    @Test
    void names_each_operation_once_and_a_problem_behind_each_refusal() throws IOException {
        var ids = new HashSet<String>();
        for (var path : openapi().get("paths")) {
            for (var operation : path) {
                assertThat(ids.add(operation.get("operationId").asText())).isTrue();
                operation
                        .get("responses")
                        .properties()
                        .forEach(response -> {
                            if (response.getKey().matches("[45]..")) {
                                assertThat(
                                                response.getValue()
                                                        .at(
                                                                "/content/application~1problem+json/schema/$ref")
                                                        .asText())
                                        .isEqualTo("#/components/schemas/Problem");
                            }
                        });
                assertThat(operation.get("responses").has("400")).isTrue();
            }
        }
        assertThat(ids).contains("Audit_list", "Welcome_welcome", "Jars_make");
    }

    @Test
    void says_shared_headers_once() throws IOException {
        var openapi = openapi();
        assertThat(openapi.at("/components/parameters/Idempotency-Key/in").asText())
                .isEqualTo("header");
        assertThat(openapi.at("/paths/~1jars/post/parameters").toString())
                .contains("#/components/parameters/Idempotency-Key")
                .contains("#/components/parameters/Accept-Language")
                .doesNotContain("\"in\"");
        assertThat(openapi.at("/components/schemas/Problem/properties/code/type").asText())
                .isEqualTo("string");
        assertThat(openapi.at("/servers/0/url").asText()).startsWith("http://localhost:");
    }

    @Test
    void shows_patterns_that_javascript_understands_and_integers_as_such() throws IOException {
        var patterns = new ArrayList<String>();
        collect(openapi(), patterns);
        assertThat(patterns)
                .isNotEmpty()
                .noneMatch(pattern ->
                        pattern.contains("(?s)")
                                || pattern.contains("[[")
                                || pattern.contains("++"));
        assertThat(openapi().at("/components/schemas/Board/properties/text/pattern").asText())
                .startsWith("^(?=");
        assertThat(openapi().at("/components/schemas/Board/properties/count/type").toString())
                .contains("integer");
    }

    @Test
    void can_be_tried_out_with_a_login() {
        given().get(swaggerUi).then().statusCode(200);
        assertThat(given().get(swaggerUi).asString())
                .contains("redress-swagger-ui")
                .contains("usePkce");
    }

    private static void collect(JsonNode node, List<String> patterns) {
        if (node.path("pattern").isTextual()) {
            patterns.add(node.get("pattern").asText());
        }
        node.forEach(child -> collect(child, patterns));
    }

    private JsonNode openapi() throws IOException {
        return new ObjectMapper().readTree(given().get(document).asString());
    }
}
