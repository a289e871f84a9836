package org.redress.triage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What the tables make accountable exists in the organisation that comes along. In another one the
 * reception has it instead, with an alarm (UNIT_UNKNOWN).
 */
class TheUnitsAreThoseOfTheOrganisationTest {

    private static final Path ORGANISATION =
            Path.of("../escalation-service/src/main/resources/organisation.yaml");
    private static final Path ROUTING = Path.of("src/main/resources/rules/routing.dmn");

    @Test
    void the_tables_name_no_other_unit() throws IOException {
        assertThat(found(ROUTING, "\"(hq[a-z/-]*[a-z])\""))
                .hasSizeGreaterThan(5)
                .isSubsetOf(existing());
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
