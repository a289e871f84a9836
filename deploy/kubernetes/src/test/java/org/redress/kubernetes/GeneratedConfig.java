package org.redress.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * ConfigMaps that a kustomization generates: in the end their names carry a hash of what they hold.
 */
final class GeneratedConfig {

    static final Set<String> KNOWN =
            Set.of("name", "behavior", "literals", "envs", "files", "options");

    /** A mark of ours on what is named by its content when all is put together. */
    private static final String MARK = "$generated";

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private GeneratedConfig() {}

    static void generate(JsonNode says, Path folder, List<ObjectNode> objects) {
        String name = says.path("name").asText();
        ObjectNode map =
                says.path("behavior").asText().equals("merge")
                        ? existing(name, objects)
                        : added(name, says, objects);
        ObjectNode data = map.withObjectProperty("data");
        for (JsonNode file : says.path("envs")) {
            lines(folder.resolve(file.asText())).forEach(line -> put(line, data));
        }
        for (JsonNode file : says.path("files")) {
            Path path = folder.resolve(file.asText());
            data.put(path.getFileName().toString(), Disk.text(path));
        }
        says.path("literals").forEach(literal -> put(literal.asText(), data));
    }

    private static ObjectNode existing(String name, List<ObjectNode> objects) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals("ConfigMap"))
                .filter(object -> object.at("/metadata/name").asText().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("no ConfigMap " + name + " to merge"));
    }

    private static ObjectNode added(String name, JsonNode says, List<ObjectNode> objects) {
        ObjectNode map = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "ConfigMap");
        map.putObject("metadata").put("name", name);
        if (says.at("/options/labels") instanceof ObjectNode labels) {
            map.withObjectProperty("metadata").set("labels", labels.deepCopy());
        }
        if (!says.at("/options/disableNameSuffixHash").asBoolean()) {
            map.put(MARK, true);
        }
        objects.add(map);
        return map;
    }

    private static void put(String line, ObjectNode data) {
        String[] pair = line.split("=", 2);
        data.put(pair[0], pair[1]);
    }

    private static Stream<String> lines(Path file) {
        return Disk.text(file).lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    static void nameByContent(List<ObjectNode> objects) {
        for (ObjectNode object : objects) {
            if (object.remove(MARK) != null) {
                ObjectNode metadata = (ObjectNode) object.path("metadata");
                String old = metadata.path("name").asText();
                String fresh = old + "-" + hash(object.path("data"));
                metadata.put("name", fresh);
                objects.forEach(other -> refer(other, old, fresh));
            }
        }
    }

    private static void refer(JsonNode node, String old, String fresh) {
        for (String reference : List.of("configMapRef", "configMapKeyRef", "configMap")) {
            if (node.path(reference).path("name").asText().equals(old)) {
                ((ObjectNode) node.path(reference)).put("name", fresh);
            }
        }
        node.forEach(child -> refer(child, old, fresh));
    }

    /**
     * The first ten digits of SHA-256, without those that can form words; the name has no part in
     * it.
     */
    private static String hash(JsonNode data) {
        try {
            Map<String, Object> content = new TreeMap<>();
            content.put("kind", "ConfigMap");
            content.put("name", "");
            content.put("data", JSON.convertValue(data, TreeMap.class));
            String json =
                    JSON.writeValueAsString(content)
                            .replace("&", "\\u0026")
                            .replace("<", "\\u003c")
                            .replace(">", "\\u003e");
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(UTF_8));
            return HexFormat.of()
                    .formatHex(digest)
                    .substring(0, 10)
                    .replace('0', 'g')
                    .replace('1', 'h')
                    .replace('3', 'k')
                    .replace('a', 'm')
                    .replace('e', 't');
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
