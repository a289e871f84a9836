package org.redress.triage.assessment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.triage.WithTriage;

/** What the OpenAPI document says is so. */
@WithTriage
class TheDescriptionTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource(value = "/openapi?format=json", management = true)
    URL document;

    private JsonNode openapi;

    @BeforeEach
    void read() throws IOException {
        try (var in = document.openStream()) {
            openapi = JSON.readTree(in);
        }
    }

    @Test
    void every_example_is_what_its_schema_says() {
        var examples = examples();

        assertThat(examples)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(example -> assertThat(violations(example)).as(example.name).isEmpty());
    }

    @Test
    void every_operation_has_a_name_of_its_own() {
        var names = new HashSet<String>();

        openapi.get("paths")
                .forEach(path ->
                        path.forEach(operation ->
                                assertThat(names.add(operation.get("operationId").asText()))
                                        .isTrue()));

        assertThat(names).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void it_is_not_on_the_public_port() {
        given().get("/q/openapi").then().statusCode(404);
        given().get("/q/metrics").then().statusCode(404);
    }

    private record Example(String name, JsonNode schema, JsonNode value) {}

    private List<Example> examples() {
        var examples = new ArrayList<Example>();
        for (var content : openapi.findValues("content")) {
            for (var type : content) {
                type.path("examples")
                        .properties()
                        .forEach(example ->
                                examples.add(
                                        new Example(
                                                example.getKey(),
                                                type.get("schema"),
                                                example.getValue().get("value"))));
            }
        }
        return examples;
    }

    private List<Error> violations(Example example) {
        ObjectNode schema = example.schema.deepCopy();
        schema.set("components", openapi.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString())
                .validate(example.value.toString(), InputFormat.JSON);
    }
}
