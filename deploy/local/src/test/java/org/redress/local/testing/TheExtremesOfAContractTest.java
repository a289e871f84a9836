package org.redress.local.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.local.Checkout;
import org.redress.local.testing.SchemaExtremes.Extreme;

class TheExtremesOfAContractTest {

    private static final Path CONTRACTS = Checkout.root().resolve("contracts");
    private static final String ADDRESS = "https://redress.example/contracts/";
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry -> registry.schemas(TheExtremesOfAContractTest::schema));

    static Stream<String> examples() throws IOException {
        try (var files = Files.walk(CONTRACTS)) {
            return files
                    .map(file -> CONTRACTS.relativize(file).toString())
                    .filter(file -> file.matches("[^/]+/[^/]+/[^/]+\\.json"))
                    .filter(file -> !file.startsWith("reporting/"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void are_allowed_by_it_for_every_golden_example(String file) {
        // given
        int name = file.lastIndexOf('/');
        String event = file.substring(0, name);

        // when
        List<Extreme> extremes =
                SchemaExtremes.of(event, file.substring(name + 1).replace(".json", ""));

        // then
        assertThat(extremes)
                .isNotEmpty()
                .allSatisfy(extreme ->
                        assertThat(
                                        SCHEMAS.getSchema(
                                                        SchemaLocation.of(
                                                                ADDRESS + event + ".schema.json"))
                                                .validate(
                                                        extreme.payload().toString(),
                                                        InputFormat.JSON,
                                                        context ->
                                                                context.executionConfig(config ->
                                                                        config
                                                                                .formatAssertionsEnabled(
                                                                                        true))))
                                .describedAs(extreme.toString())
                                .isEmpty());
    }

    @Test
    void are_those_where_receivers_broke() {
        var extremes = SchemaExtremes.of("intake/case.registered.v1", "double-charge");

        assertThat(extremes)
                .extracting(Extreme::toString)
                .contains(
                        "flags.propertyLoss.amount at the maximum",
                        "flags.propertyLoss.amount with an exponent",
                        "flags.propertyLoss left out",
                        "flags.crowdSize at the maximum",
                        "description longest, wide",
                        "description longest, quoted",
                        "incident.place added",
                        "incident.place longest, wide",
                        "incident.occurredAt at the first moment",
                        "timetable[0].dueAt at the last moment",
                        "cti added",
                        "channel as SOCIAL_MEDIA");
        assertThat(text(extremes, "description longest, wide", "description"))
                .satisfies(text ->
                        assertThat(text.codePointCount(0, text.length())).isEqualTo(32_000));
        assertThat(
                        extremes.stream()
                                .filter(extreme ->
                                        extreme.toString()
                                                .equals("flags.propertyLoss.amount at the maximum"))
                                .map(extreme -> extreme.payload().at("/flags/propertyLoss/amount")))
                .singleElement()
                .satisfies(amount ->
                        assertThat(amount.decimalValue()).isEqualByComparingTo("999999999999.999"));
    }

    @Test
    void change_one_field_and_nothing_else() {
        var example = SchemaExtremes.of("triage/case.assessed.v1", "kettle");

        assertThat(example)
                .filteredOn(extreme -> extreme.field().equals("severity"))
                .hasSize(4)
                .allSatisfy(extreme ->
                        assertThat(extreme.payload().get("category").asText())
                                .isEqualTo("PRODUCT_SAFETY"));
        assertThat(text(example, "ownerUnit longest, path", "ownerUnit")).hasSize(200);
    }

    private static String text(List<Extreme> extremes, String name, String field) {
        return extremes.stream()
                .filter(extreme -> extreme.toString().equals(name))
                .findFirst()
                .orElseThrow()
                .payload()
                .get(field)
                .asText();
    }

    private static String schema(String address) {
        try {
            return address.startsWith(ADDRESS)
                    ? Files.readString(CONTRACTS.resolve(address.substring(ADDRESS.length())))
                    : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
