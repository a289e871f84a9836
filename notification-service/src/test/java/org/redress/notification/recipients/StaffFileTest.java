package org.redress.notification.recipients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StaffFileTest {
    private static final Path ORGANISATION =
            Path.of("../escalation-service/src/main/resources/organisation.yaml");

    @Test
    void names_persons_languages_and_addresses() {
        // when
        var staff =
                StaffFile.read(
                                """
                                staff:
                                  - { id: li.na, name: Li Na, language: en, email: li.na@x.example }
                                """)
                        .staff();

        // then
        assertThat(staff)
                .containsExactly(
                        new StaffMember(
                                "li.na",
                                new PersonName("Li Na", "Li Na"),
                                Language.EN,
                                "li.na@x.example"));
    }

    @Test
    void a_person_is_called_by_the_name_in_the_language_of_whoever_reads() {
        // when
        var heJing =
                StaffFile.read(
                                """
                                staff:
                                  - id: he.jing
                                    name: { zh: 何静, en: He Jing }
                                    language: en
                                    email: he.jing@x.example
                                """)
                        .staff()
                        .getFirst();

        // then
        assertThat(heJing.name()).isEqualTo("He Jing");
        assertThat(heJing.called().in(Language.ZH)).isEqualTo("何静");
        assertThat(heJing.called().in(Language.EN)).isEqualTo("He Jing");
    }

    @Test
    void a_name_in_one_language_only_is_refused() {
        assertThatThrownBy(() ->
                        StaffFile.read(
                                "staff: [{ id: he.jing, name: { zh: 何静 }, language: en, email:"
                                        + " a@b.example }]"))
                .hasMessageContaining("person he.jing: name is missing");
    }

    @Test
    void says_everything_that_is_wrong_at_once() {
        assertThatThrownBy(() ->
                        StaffFile.read(
                                """
                                staff:
                                  - { id: li.na, name: Li Na, language: de, email: nowhere }
                                  - { id: Li Na, name: " ", language: en, email: a@b.example }
                                  - { id: li.na, name: Li Na, language: en, email: a@b.example }
                                """))
                .hasMessageContaining("person li.na: language must be zh-CN or en")
                .hasMessageContaining("person li.na: email is not an address")
                .hasMessageContaining("person Li Na: id must be like wang.fang")
                .hasMessageContaining("person Li Na: name is missing")
                .hasMessageContaining("person li.na: is there twice");
    }

    @Test
    void refuses_a_field_that_it_does_not_know_and_a_file_of_nobody() {
        assertThatThrownBy(() -> StaffFile.read("staff: [{ id: li.na, mail: a@b.example }]"))
                .hasMessageContaining("mail");
        assertThatThrownBy(() -> StaffFile.read("staff: []")).hasMessageContaining("nobody");
        assertThatThrownBy(() -> StaffFile.read("staff:")).hasMessageContaining("nobody");
    }

    @Test
    void the_bundled_file_reaches_everybody_of_the_bundled_organisation_and_calls_them_alike()
            throws IOException {
        var organisation =
                new ObjectMapper(new YAMLFactory()).readTree(Files.readString(ORGANISATION));
        var persons = new TreeMap<String, PersonName>();
        organisation
                .path("persons")
                .forEach(person ->
                        persons.put(
                                person.path("id").asText(),
                                new PersonName(
                                        person.at("/name/zh").asText(),
                                        person.at("/name/en").asText())));

        // when
        var staff = StaffFile.read(Files.readString(Path.of("src/main/resources/staff.yaml")));

        // then
        assertThat(persons).isNotEmpty();
        assertThat(staff.staff())
                .extracting(member -> Map.entry(member.id(), member.called()))
                .containsExactlyInAnyOrderElementsOf(persons.entrySet());
    }
}
