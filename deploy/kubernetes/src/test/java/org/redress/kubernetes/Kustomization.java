package org.redress.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder as {@code kubectl kustomize} reads it, as far as ours need it. Whatever else stands in a
 * kustomization is an error, and so is a patch that meets nothing.
 */
final class Kustomization {

    private static final YAMLMapper YAML = new YAMLMapper();

    private static final Set<String> KNOWN =
            Set.of(
                    "apiVersion",
                    "kind",
                    "namespace",
                    "labels",
                    "resources",
                    "components",
                    "configMapGenerator",
                    "patches",
                    "images");

    private final Path folder;
    private final JsonNode says;

    private Kustomization(Path folder) {
        this.folder = folder;
        this.says = documents(folder.resolve("kustomization.yaml")).getFirst();
        onlyKnown(says, KNOWN);
    }

    /** The objects that the folder stands for. */
    static List<ObjectNode> render(Path folder) {
        List<ObjectNode> objects = new ArrayList<>();
        new Kustomization(folder).applyTo(objects);
        GeneratedConfig.nameByContent(objects);
        return objects;
    }

    /** The objects of a file as they stand there. */
    static List<ObjectNode> documents(Path file) {
        try (MappingIterator<ObjectNode> all =
                YAML.readerFor(ObjectNode.class).readValues(file.toFile())) {
            return all.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not readable", e);
        }
    }

    private void applyTo(List<ObjectNode> objects) {
        for (JsonNode resource : says.path("resources")) {
            resources(resource.asText()).forEach(added -> add(added, objects));
        }
        for (JsonNode component : says.path("components")) {
            new Kustomization(folder.resolve(component.asText()).normalize()).applyTo(objects);
        }
        for (JsonNode generator : says.path("configMapGenerator")) {
            onlyKnown(generator, GeneratedConfig.KNOWN);
            GeneratedConfig.generate(generator, folder, objects);
        }
        says.path("patches").forEach(patch -> patch(patch, objects));
        if (says.has("namespace")) {
            objects.stream()
                    .filter(object -> !object.path("kind").asText().equals("Namespace"))
                    .forEach(object ->
                            metadata(object).put("namespace", says.path("namespace").asText()));
        }
        says.path("labels").forEach(labels -> label(labels, objects));
        says.path("images").forEach(image -> rename(image, objects));
    }

    private List<ObjectNode> resources(String name) {
        Path resource = folder.resolve(name).normalize();
        if (!Files.isDirectory(resource)) {
            return documents(resource);
        }
        List<ObjectNode> own = new ArrayList<>();
        new Kustomization(resource).applyTo(own);
        return own;
    }

    private void add(ObjectNode added, List<ObjectNode> objects) {
        if (objects.stream().anyMatch(object -> identity(object).equals(identity(added)))) {
            throw new IllegalStateException(folder + ": there are two of " + identity(added));
        }
        objects.add(added);
    }

    private static List<String> identity(JsonNode object) {
        return List.of(
                object.path("apiVersion").asText(),
                object.path("kind").asText(),
                object.at("/metadata/name").asText());
    }

    private void patch(JsonNode entry, List<ObjectNode> objects) {
        onlyKnown(entry, Set.of("path", "patch", "target"));
        JsonNode patch =
                entry.has("path")
                        ? documents(folder.resolve(entry.path("path").asText())).getFirst()
                        : tree(entry.path("patch").asText());
        List<ObjectNode> met =
                objects.stream().filter(object -> isMeant(object, entry.path("target"))).toList();
        if (met.isEmpty()) {
            throw new IllegalStateException(folder + ": no object is " + entry.path("target"));
        }
        for (ObjectNode object : met) {
            if (patch.isArray()) {
                JsonPatch.apply(patch, object);
            } else {
                StrategicMerge.merge((ObjectNode) patch, object);
            }
        }
    }

    private boolean isMeant(JsonNode object, JsonNode target) {
        onlyKnown(target, Set.of("group", "kind", "name", "labelSelector"));
        String[] label = target.path("labelSelector").asText().split("=", 2);
        return target.path("kind").equals(object.path("kind"))
                && (!target.has("group")
                        || object.path("apiVersion")
                                .asText()
                                .startsWith(target.path("group").asText() + "/"))
                && (!target.has("name")
                        || Pattern.matches(
                                target.path("name").asText(), object.at("/metadata/name").asText()))
                && (!target.has("labelSelector")
                        || object.path("metadata")
                                .path("labels")
                                .path(label[0])
                                .asText()
                                .equals(label[1]));
    }

    private void label(JsonNode entry, List<ObjectNode> objects) {
        onlyKnown(entry, Set.of("pairs", "includeTemplates"));
        ObjectNode pairs = (ObjectNode) entry.path("pairs");
        for (ObjectNode object : objects) {
            metadata(object).withObjectProperty("labels").setAll(pairs);
            if (entry.path("includeTemplates").asBoolean() && object.path("spec").has("template")) {
                ObjectNode template = (ObjectNode) object.at("/spec/template");
                metadata(template).withObjectProperty("labels").setAll(pairs);
            }
        }
    }

    private void rename(JsonNode entry, List<ObjectNode> objects) {
        onlyKnown(entry, Set.of("name", "newName", "newTag"));
        objects.stream()
                .flatMap(Kustomization::containers)
                .filter(container ->
                        container
                                .path("image")
                                .asText()
                                .startsWith(entry.path("name").asText() + ":"))
                .forEach(container -> {
                    String[] image = container.path("image").asText().split(":", 2);
                    container.put(
                            "image",
                            entry.path("newName").asText(image[0])
                                    + ":"
                                    + entry.path("newTag").asText(image[1]));
                });
    }

    private static Stream<ObjectNode> containers(JsonNode object) {
        return object.at("/spec/template/spec/containers")
                .valueStream()
                .map(ObjectNode.class::cast);
    }

    private static ObjectNode metadata(ObjectNode object) {
        return object.withObjectProperty("metadata");
    }

    private void onlyKnown(JsonNode entry, Set<String> known) {
        entry.fieldNames()
                .forEachRemaining(name -> {
                    if (!known.contains(name)) {
                        throw new IllegalStateException(
                                "%s: '%s' is not known here".formatted(folder, name));
                    }
                });
    }

    private static JsonNode tree(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
