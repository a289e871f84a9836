package org.redress.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

@WithIntake
class DocumentationTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void the_document_shows_each_door_with_examples_and_what_a_field_must_hold() {
        // when
        JsonPath document =
                given().queryParam("format", "json")
                        .get(ManagementDoor.at("/q/openapi"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();

        // then
        assertThat(document.getMap("paths").keySet())
                .map(Object::toString)
                .contains(
                        "/api/v1/cases",
                        "/api/v1/cases/{number}",
                        "/api/v1/cases/{number}/contacts",
                        "/api/v1/cases/{number}/journal",
                        "/api/v1/cases/{number}/corrections",
                        "/api/v1/cases/{number}/satisfaction",
                        "/api/v1/cases/{number}/withdrawal",
                        "/api/v1/customers",
                        "/api/v1/customers/{id}");
        String registration = "paths.'/api/v1/cases'.post.";
        assertThat(
                        document.getMap(
                                registration + "requestBody.content.'application/json'.examples"))
                .hasSize(3);
        assertThat(document.getList(registration + "parameters.'$ref'", String.class))
                .contains(
                        "#/components/parameters/Access-Reason",
                        "#/components/parameters/Idempotency-Key");
        assertThat(document.getList("components.schemas.NewCase.required", String.class))
                .contains("channel", "description");
        assertThat(document.getInt("components.schemas.NewCase.properties.description.maxLength"))
                .isEqualTo(32_000);
    }

    @Test
    void every_example_is_what_its_schema_says() throws IOException {
        // given
        JsonNode document =
                JSON.readTree(
                        given().queryParam("format", "json")
                                .get(ManagementDoor.at("/q/openapi"))
                                .asString());

        // when
        List<JsonNode> shown =
                document.findValues("content").stream()
                        .flatMap(content -> content.valueStream())
                        .filter(type -> type.has("examples"))
                        .toList();

        // then
        assertThat(shown).hasSize(2).allSatisfy(type -> examplesAreRight(type, document));
    }

    private static void examplesAreRight(JsonNode type, JsonNode document) {
        ObjectNode definition = type.get("schema").deepCopy();
        definition.set("components", document.get("components"));
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(definition.toString());
        assertThat(type.get("examples").valueStream().toList())
                .isNotEmpty()
                .allSatisfy(example ->
                        assertThat(
                                        schema.validate(
                                                example.get("value").toString(), InputFormat.JSON))
                                .isEmpty());
    }

    @Test
    void the_swagger_ui_is_there() {
        given().get(ManagementDoor.at("/q/swagger-ui/")).then().statusCode(200);
    }
}
