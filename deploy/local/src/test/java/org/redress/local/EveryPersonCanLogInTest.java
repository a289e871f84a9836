package org.redress.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Whoever is paged at night has a login, and may take the case. */
class EveryPersonCanLogInTest {

    private static final Path ORGANISATION =
            Checkout.root().resolve("escalation-service/src/main/resources/organisation.yaml");
    private static final String TEMPLATE =
            """
            {"realm": "redress", "users": [
              {"username": "wang.fang", "realmRoles": ["manager"], "attributes": {"units": ["hq"]}}
            ]}
            """;

    @Test
    void every_person_of_the_organisation_is_a_user_of_the_realm_once() throws Exception {
        JsonNode organisation = new YAMLMapper().readTree(ORGANISATION.toFile());

        JsonNode realm = realm();

        assertThat(realm.path("users").findValuesAsText("username"))
                .doesNotHaveDuplicates()
                .containsAll(organisation.path("persons").findValuesAsText("id"));
    }

    @Test
    void a_person_may_do_what_their_duties_ask_and_see_where_they_have_them() throws Exception {
        JsonNode head = user(realm(), "xu.qiang");
        JsonNode commander = user(realm(), "zhao.guoqiang");

        assertThat(texts(head.path("realmRoles"))).containsExactly("handler", "manager");
        assertThat(texts(head.path("attributes").path("units"))).containsExactly("hq/quality");
        assertThat(texts(commander.path("realmRoles"))).contains("commander");
        assertThat(head.path("lastName").asText()).isEqualTo("Xu");
    }

    @Test
    void who_stands_in_the_template_stays_as_he_is() throws Exception {
        assertThat(texts(user(realm(), "wang.fang").path("realmRoles"))).containsExactly("manager");
    }

    private static JsonNode realm() throws Exception {
        return new ObjectMapper().readTree(Realm.withPeople(TEMPLATE, ORGANISATION));
    }

    private static JsonNode user(JsonNode realm, String name) {
        return StreamSupport.stream(realm.path("users").spliterator(), false)
                .filter(user -> user.path("username").asText().equals(name))
                .findAny()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode array) {
        List<String> all = new ArrayList<>();
        array.forEach(item -> all.add(item.asText()));
        return all;
    }
}
