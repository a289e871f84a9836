package org.redress.local.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.local.Checkout;

/** What no schema bounds, no receiver can promise to store. */
class EveryTextOfAContractHasALimitTest {

    private static final Path CONTRACTS = Checkout.root().resolve("contracts");
    private static final Pattern ENDLESS = Pattern.compile("[*+]|,}");
    private static final Set<String> BOUND_BY_THEIR_FORM = Set.of("date-time", "date", "uuid");

    static Stream<Path> schemas() throws IOException {
        try (var files = Files.walk(CONTRACTS)) {
            return files
                    .filter(file -> file.toString().endsWith(".schema.json"))
                    .filter(file -> !file.endsWith("cloudevent-headers.schema.json"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void in_its_schema(Path schema) throws IOException {
        List<String> boundless = new ArrayList<>();

        collect("", new ObjectMapper().readTree(schema.toFile()), boundless);

        assertThat(boundless).isEmpty();
    }

    private static void collect(String path, JsonNode node, List<String> boundless) {
        if (node.path("type").asText().equals("string") && !isBounded(node)) {
            boundless.add(path);
        }
        node.properties()
                .forEach(
                        field -> collect(path + "/" + field.getKey(), field.getValue(), boundless));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(path + "/" + i, node.get(i), boundless);
        }
    }

    private static boolean isBounded(JsonNode text) {
        return text.has("maxLength")
                || text.has("enum")
                || text.has("const")
                || BOUND_BY_THEIR_FORM.contains(text.path("format").asText())
                || repeatsNothingForEver(text.path("pattern").asText());
    }

    private static boolean repeatsNothingForEver(String pattern) {
        return !pattern.isEmpty() && !ENDLESS.matcher(pattern.replaceAll("\\\\.", "x")).find();
    }
}
