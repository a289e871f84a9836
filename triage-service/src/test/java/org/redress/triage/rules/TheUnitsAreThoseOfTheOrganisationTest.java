package org.redress.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What an officer may make accountable by default, and what the tables make accountable, exists in
 * the organisation that comes along. Of another organisation escalation alarms (UNIT_UNKNOWN).
 */
class TheUnitsAreThoseOfTheOrganisationTest {

    private static final Path ORGANISATION =
            Path.of("../escalation-service/src/main/resources/organisation.yaml");
    private static final Path ROUTING = Path.of("src/main/resources/rules/routing.dmn");
    private static final Path SETTINGS = Path.of("src/main/resources/application.properties");

    @Test
    void the_units_of_the_settings_are_all_units_of_the_demo_organisation() throws IOException {
        assertThat(configured()).containsExactlyInAnyOrderElementsOf(existing());
    }

    @Test
    void the_tables_name_no_other_unit() throws IOException {
        assertThat(found(ROUTING, "\"(hq[a-z/-]*[a-z])\""))
                .hasSizeGreaterThan(5)
                .isSubsetOf(existing());
    }

    private static List<String> configured() throws IOException {
        var settings = new Properties();
        try (var in = Files.newBufferedReader(SETTINGS)) {
            settings.load(in);
        }
        return List.of(settings.getProperty("redress.triage.units").split(",", -1));
    }

    private static List<String> existing() throws IOException {
        return found(ORGANISATION, "\\{ path: ([a-z/-]+),");
    }

    private static List<String> found(Path file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map(result -> result.group(1))
                .distinct()
                .toList();
    }
}
