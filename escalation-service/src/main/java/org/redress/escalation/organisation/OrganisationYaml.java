package org.redress.escalation.organisation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.List;
import java.util.stream.Collectors;

/** Reads {@code organisation.yaml}; says where it cannot. */
final class OrganisationYaml {

    private static final ObjectMapper YAML =
            OrganisationJson.strict(new ObjectMapper(new YAMLFactory()));

    private OrganisationYaml() {}

    /**
     * The file's content as written.
     *
     * @throws InvalidOrganisation with the path of the first thing that cannot be read
     */
    static OrganisationFile read(String file, String yaml) {
        try {
            return YAML.readValue(yaml, OrganisationFile.class);
        } catch (JsonMappingException e) {
            throw new InvalidOrganisation(file, List.of(path(e) + ": " + wrong(e)));
        } catch (JsonProcessingException e) {
            throw new InvalidOrganisation(
                    file,
                    List.of(e.getOriginalMessage() + ", line " + e.getLocation().getLineNr()));
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
