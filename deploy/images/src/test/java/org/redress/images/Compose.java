package org.redress.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.redress.local.Answer;
import org.redress.local.Checkout;
import org.redress.local.Unchecked;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code deploy/compose/compose.yaml} as Compose reads it, with this for its {@code .env}. */
record Compose(JsonNode document) {

    static final Path FOLDER = Checkout.root().resolve("deploy/compose");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)[^}]*}");

    /** Its anchors and merges resolved, its variables not yet. */
    static Compose read() {
        return Unchecked.get(() -> {
            Object read =
                    new Yaml(new SafeConstructor(new LoaderOptions()))
                            .load(Files.readString(FOLDER.resolve("compose.yaml")));
            return new Compose(Answer.JSON.valueToTree(read));
        });
    }

    JsonNode service(String name) {
        return document.path("services").path(name);
    }

    Map<String, String> environment(String service, Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>();
        service(service)
                .path("environment")
                .properties()
                .forEach(it ->
                        environment.put(
                                it.getKey(), interpolated(it.getValue().asText(), variables)));
        return environment;
    }

    /** The names of {@code .env.example}. */
    static Set<String> variables() throws IOException {
        return Files.readAllLines(FOLDER.resolve(".env.example")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toSet());
    }

    static Set<String> named(String text) {
        return VARIABLE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static String interpolated(String text, Map<String, String> variables) {
        return VARIABLE.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                Objects.requireNonNull(
                                        variables.get(found.group(1)), found.group())));
    }
}
