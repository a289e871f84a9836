package org.redress.escalation.organisation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.redress.escalation.organisation.InvalidOrganisation.Mistake;

/** The organisation's document in YAML; says where it cannot be read. */
public final class OrganisationYaml {

    private static final ObjectMapper YAML =
            OrganisationJson.strict(new ObjectMapper(new YAMLFactory()));

    private OrganisationYaml() {}

    /**
     * The document as written, in YAML or in JSON, which is YAML too.
     *
     * @throws InvalidOrganisation with every entry that cannot be read
     */
    public static Document read(String file, String yaml) {
        return read(file, tree(file, yaml));
    }

    /**
     * What is written, whatever it says.
     *
     * @throws InvalidOrganisation if it is no YAML
     */
    public static JsonNode tree(String file, String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            String line = e.getOriginalMessage() + ", line " + e.getLocation().getLineNr();
            throw new InvalidOrganisation(file, List.of(new Mistake("", line)));
        }
    }

    /**
     * The document that a tree says.
     *
     * @throws InvalidOrganisation with every entry that cannot be read
     */
    public static Document read(String file, JsonNode tree) {
        List<Mistake> mistakes = new ArrayList<>();
        try {
            if (!tree.isObject()) {
                throw new InvalidOrganisation(file, List.of(new Mistake("", "says nothing")));
            }
            for (RecordComponent section : Document.class.getRecordComponents()) {
                if (section.getGenericType() instanceof ParameterizedType list) {
                    readEach(section.getName(), tree, list, mistakes);
                }
            }
            if (mistakes.isEmpty()) {
                return YAML.treeToValue(tree, Document.class);
            }
        } catch (JsonMappingException e) {
            mistakes.add(new Mistake(path(e), wrong(e)));
        } catch (JsonProcessingException e) {
            mistakes.add(new Mistake("", e.getOriginalMessage()));
        }
        throw new InvalidOrganisation(file, mistakes);
    }

    private static void readEach(
            String section, JsonNode tree, ParameterizedType list, List<Mistake> mistakes)
            throws JsonProcessingException {
        JavaType type = YAML.getTypeFactory().constructType(list.getActualTypeArguments()[0]);
        int place = 0;
        for (JsonNode entry : tree.path(section)) {
            String at = section + "[" + place++ + "]";
            try {
                if (entry.isNull() || YAML.<Object>treeToValue(entry, type) == null) {
                    mistakes.add(new Mistake(at, "is empty"));
                }
            } catch (JsonMappingException e) {
                String path = path(e);
                mistakes.add(
                        new Mistake(
                                at + (path.isEmpty() || path.startsWith("[") ? "" : ".") + path,
                                wrong(e)));
            }
        }
    }

    /** The document as people write it. */
    public static String write(Document document) {
        try {
            return YAML.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(JsonMappingException e) {
        String path =
                e.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : "." + step.getFieldName())
                        .collect(Collectors.joining());
        return path.startsWith(".") ? path.substring(1) : path;
    }

    private static String wrong(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                    "unknown field; known are " + unknown.getKnownPropertyIds();
            case InvalidFormatException format when format.getTargetType().isEnum() ->
                    "'%s' is none of %s"
                            .formatted(
                                    format.getValue(),
                                    List.of(format.getTargetType().getEnumConstants()));
            case InvalidFormatException format ->
                    "'%s' is no %s"
                            .formatted(format.getValue(), format.getTargetType().getSimpleName());
            default ->
                    e.getCause() instanceof IllegalArgumentException refused
                                    && refused.getMessage() != null
                            ? refused.getMessage()
                            : e.getOriginalMessage();
        };
    }
}
