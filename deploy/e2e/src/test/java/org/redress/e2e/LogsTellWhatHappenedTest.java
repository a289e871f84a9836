package org.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.e2e.Eventually.soon;
import static org.redress.local.Service.ESCALATION;
import static org.redress.local.Service.INTAKE;
import static org.redress.local.Service.NOTIFICATION;
import static org.redress.local.Service.REPORTING;
import static org.redress.local.Service.TRIAGE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redress.local.Platform;
import org.redress.local.Service;

/**
 * Lines of the log are JSON, say which case they are about, and what administrators do is told
 * apart. That no line tells of a person is shown by {@link WordsAreForgottenEverywhereTest}.
 */
@ExtendWith(RunningPlatform.class)
class LogsTellWhatHappenedTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Platform platform;
    private final Person agent;
    private final Person admin;

    LogsTellWhatHappenedTest(Platform platform) {
        this.platform = platform;
        this.agent = Person.named("li.na", platform);
        this.admin = Person.named("admin.redress", platform);
    }

    @Test
    void which_case_an_event_was_about_that_a_service_applied() {
        // when
        var number = agent.register(Complaints.doubleCharge(UUID.randomUUID() + "@example.com"));

        // then
        soon(() -> {
            for (var service : List.of(TRIAGE, ESCALATION)) {
                assertThat(lines(service))
                        .as(service.id())
                        .anyMatch(line -> line.at("/mdc/case").asText().equals(number));
            }
        });
    }

    @Test
    void what_an_administrator_did() {
        // given
        var number = agent.register(Complaints.lateParcel(UUID.randomUUID() + "@example.com"));
        var customer =
                agent.get(INTAKE, "/api/v1/cases/" + number)
                        .expect(200)
                        .body()
                        .at("/customer/customerId")
                        .asText();

        // when
        admin.delete(INTAKE, "/api/v1/customers/" + customer).expect(204);

        // then
        soon(() ->
                assertThat(lines(INTAKE))
                        .filteredOn(line -> line.path("message").asText().contains(customer))
                        .filteredOn(
                                line -> line.path("loggerName").asText().equals("redress.audit"))
                        .singleElement()
                        .satisfies(line -> {
                            assertThat(line.path("timestamp").asText()).isNotBlank();
                            assertThat(line.path("message").asText())
                                    .startsWith("actor=admin.redress act=ErasureResource.")
                                    .endsWith("target=%s outcome=204".formatted(customer));
                        }));
    }

    @Test
    void and_all_of_it_is_json() throws IOException {
        for (var service : List.of(INTAKE, TRIAGE, ESCALATION, NOTIFICATION, REPORTING)) {
            assertThat(lines(service)).as(service.id()).isNotEmpty();
        }
    }

    private List<JsonNode> lines(Service service) throws IOException {
        var log = Files.readString(platform.logs().resolve(service.id() + ".log"));
        // The last line may be being written.
        return log.substring(0, log.lastIndexOf('\n') + 1)
                .lines()
                .map(LogsTellWhatHappenedTest::parsed)
                .toList();
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }
}
