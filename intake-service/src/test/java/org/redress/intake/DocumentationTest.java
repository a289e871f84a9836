package org.redress.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@WithIntake
class DocumentationTest {

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
        assertThat(document.getList("components.schemas.NewCase.required", String.class))
                .contains("channel", "description");
        assertThat(document.getInt("components.schemas.NewCase.properties.description.maxLength"))
                .isEqualTo(32_000);
    }

    @Test
    void the_swagger_ui_is_there() {
        given().get(ManagementDoor.at("/q/swagger-ui/")).then().statusCode(200);
    }
}
