package org.redress.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The people of escalation's organisation file as users of the realm: whoever can be paged can log
 * in and take the case.
 */
record DemoPeople(JsonNode organisation) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static DemoPeople of(Path organisation) {
        try {
            return new DemoPeople(new YAMLMapper().readTree(organisation.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(organisation + " is not readable", e);
        }
    }

    /** The realm with them; who stands in it already stays as he is. */
    String in(String realm) {
        try {
            ObjectNode complete = (ObjectNode) JSON.readTree(realm);
            ArrayNode users = complete.withArray("users");
            Set<String> known = new HashSet<>(users.findValuesAsText("username"));
            for (JsonNode person : organisation.path("persons")) {
                if (known.add(person.path("id").asText())) {
                    users.add(user(person));
                }
            }
            return complete.toPrettyString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The realm is no JSON", e);
        }
    }

    private ObjectNode user(JsonNode person) {
        String id = person.path("id").asText();
        String[] name = person.path("name").path("en").asText(id).split(" ", 2);
        Set<String> roles = new TreeSet<>(Set.of("handler"));
        Set<String> units = new TreeSet<>(Set.of(person.path("unit").asText()));
        for (JsonNode duty : organisation.path("duties")) {
            if (id.equals(duty.path("a").asText()) || id.equals(duty.path("b").asText())) {
                units.add(duty.path("unit").asText());
                roles.add("manager");
                if (duty.path("role").asText().equals("command-post")) {
                    roles.add("commander");
                }
            }
        }
        ObjectNode user = JSON.createObjectNode();
        user.put("username", id)
                .put("enabled", true)
                .put("emailVerified", true)
                .put("email", id + "@redress.example")
                .put("lastName", name[0])
                .put("firstName", name[name.length - 1]);
        units.forEach(user.withObjectProperty("attributes").putArray("units")::add);
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", KeycloakComponent.DEMO_PASSWORD)
                .put("temporary", false);
        roles.forEach(user.putArray("realmRoles")::add);
        return user;
    }
}
