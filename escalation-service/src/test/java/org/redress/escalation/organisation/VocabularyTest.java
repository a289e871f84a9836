package org.redress.escalation.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A level has one word in all services: that of contracts/vocabulary.yaml. */
class VocabularyTest {

    private final OrganisationFile file =
            OrganisationYaml.read("organisation.yaml", DemoOrganisation.text());

    @Test
    void a_policy_for_a_severity_calls_it_by_its_word() throws IOException {
        JsonNode words =
                new YAMLMapper()
                        .readTree(Path.of("../contracts/vocabulary.yaml").toFile())
                        .get("severity");

        assertThat(file.policies())
                .filteredOn(policy -> !policy.severities().isEmpty())
                .hasSizeGreaterThan(2)
                .allSatisfy(policy ->
                        assertThat(policy.severities())
                                .allSatisfy(severity -> {
                                    JsonNode word = words.get(severity.name());
                                    assertThat(policy.name().zh())
                                            .contains(word.get("zh").textValue());
                                    assertThat(policy.name().en().toLowerCase(Locale.ROOT))
                                            .contains(word.get("en").textValue());
                                }));
    }
}
