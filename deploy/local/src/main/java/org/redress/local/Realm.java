package org.redress.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Keycloak's realm {@code redress}: its template, and the people of escalation's organisation file
 * as its users, so that whoever can be paged can log in and take the case.
 */
final class Realm {
    /** The password of every demo user; they exist on this machine only. */
    static final String DEMO_PASSWORD = "redress";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Realm() {}

    /** The realm of a platform, as Keycloak imports it. */
    static String of(PlatformPorts ports, Path organisation, Secrets secrets) {
        Map<String, String> values = new HashMap<>();
        values.put("demo-password", DEMO_PASSWORD);
        for (Service service : Service.values()) {
            String client = service.id() + "-client";
            values.put(client + "-secret", secrets.password(client));
        }
        // A browser shows Keycloak's answer to the page that asked only where the realm names it.
        values.put(
                "swagger-ui-origins",
                Arrays.stream(Service.values())
                        .map(ports::managementOf)
                        .map(port ->
                                "http://127.0.0.1:%1$d\", \"http://localhost:%1$d".formatted(port))
                        .collect(Collectors.joining("\", \"")));
        return withPeople(Folders.template("redress-realm.json", values), organisation);
    }

    /** The realm with them; who stands in it already stays as he is. */
    static String withPeople(String realm, Path organisation) {
        return Unchecked.get(() -> {
            JsonNode told = new YAMLMapper().readTree(organisation.toFile());
            ObjectNode complete = (ObjectNode) JSON.readTree(realm);
            ArrayNode users = complete.withArray("users");
            Set<String> known = new HashSet<>(users.findValuesAsText("username"));
            for (JsonNode person : told.path("persons")) {
                if (known.add(person.path("id").asText())) {
                    users.add(user(person, told.path("duties")));
                }
            }
            return complete.toPrettyString();
        });
    }

    private static ObjectNode user(JsonNode person, JsonNode duties) {
        String id = person.path("id").asText();
        String[] name = person.path("name").path("en").asText(id).split(" ", 2);
        Set<String> roles = new TreeSet<>(Set.of("handler"));
        Set<String> units = new TreeSet<>(Set.of(person.path("unit").asText()));
        for (JsonNode duty : duties) {
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
                .put("value", DEMO_PASSWORD)
                .put("temporary", false);
        roles.forEach(user.putArray("realmRoles")::add);
        return user;
    }
}
