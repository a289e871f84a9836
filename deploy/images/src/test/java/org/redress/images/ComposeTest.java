package org.redress.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.local.Answer;
import org.redress.local.Service;
import org.redress.local.Unchecked;
import org.redress.local.testing.KnownSettings;

class ComposeTest {

    private final Compose compose = Compose.read();

    /** Its own name for itself and for the dialect are none that a validator knows. */
    @Test
    void keeps_to_the_schema_of_compose() throws IOException {
        ObjectNode source = (ObjectNode) Answer.JSON.readTree(resource("compose-spec.json"));
        source.remove(List.of("$id", "$schema"));
        var schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(source.toString(), InputFormat.JSON);

        assertThat(schema.validate(compose.document().toString(), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void gives_a_service_what_it_knows_and_nothing_else(Service service) {
        var known = KnownSettings.of(service.id());

        assertThat(compose.service(service.id()).path("environment").propertyStream())
                .extracting(Map.Entry::getKey)
                .isNotEmpty()
                .allMatch(
                        variable -> known.stream().anyMatch(setting -> setting.isSetBy(variable)));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void runs_what_is_built_with_a_root_that_is_read_only(Service service) {
        var container = compose.service(service.id());

        assertThat(container.path("image").asText())
                .isEqualTo(
                        "redress/%s:${REDRESS_VERSION:-%s}"
                                .formatted(service.id(), FastJar.of(service).version()));
        assertThat(container.path("read_only").asBoolean()).isTrue();
        assertThat(container.path("tmpfs").valueStream().map(JsonNode::asText))
                .containsExactly("/tmp");
    }

    @Test
    void stands_on_the_base_of_the_images() {
        assertThat(compose.service("topics").path("image").asText()).isEqualTo(ServiceImage.JRE);
        assertThat(compose.service("realm").path("image").asText()).isEqualTo(ServiceImage.JRE);
    }

    @Test
    void opens_no_door_but_to_this_machine() {
        assertThat(compose.document().path("services"))
                .allSatisfy(container ->
                        assertThat(container.path("ports").valueStream())
                                .allMatch(port -> port.asText().startsWith("127.0.0.1:")));
    }

    /** No secret in it, and none that the example forgets or asks for in vain. */
    @Test
    void takes_every_secret_from_the_file_beside_it() throws IOException {
        Set<String> named = new TreeSet<>(Compose.named(compose.document().toString()));
        named.remove("REDRESS_VERSION");

        assertThat(Compose.variables()).isEqualTo(named);
        assertThat(Files.readAllLines(Compose.FOLDER.resolve(".env.example")))
                .filteredOn(line -> !line.startsWith("#") && !line.isBlank())
                .allMatch(line -> line.endsWith("="));
        assertThat(compose.document().path("services").findValues("environment"))
                .flatMap(environment -> List.copyOf(environment.properties()))
                .filteredOn(it -> it.getKey().matches(".*_(PASSWORD|KEY)"))
                .allMatch(it -> it.getValue().asText().matches("\\$\\{[A-Z_]+:\\?}"));
    }

    private static String resource(String name) {
        return Unchecked.get(() ->
                new String(
                        ComposeTest.class.getResourceAsStream(name).readAllBytes(),
                        StandardCharsets.UTF_8));
    }
}
