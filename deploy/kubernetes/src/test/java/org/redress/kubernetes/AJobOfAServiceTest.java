package org.redress.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code job.jq}, where there is a jq. */
class AJobOfAServiceTest {

    private static final Path NOTHING = Path.of("/dev/null");

    @TempDir Path folder;

    @Test
    void it_has_the_services_image_and_settings_and_gets_none_of_its_requests() throws IOException {
        assumeThat(Tool.output(NOTHING, "jq", "--version")).isPresent();
        Manifests triage = Manifests.of("base/triage");
        Pod service = triage.pods().findFirst().orElseThrow();
        Path deployment = folder.resolve("deployment.json");
        Files.writeString(deployment, service.deployment().toString());

        Optional<String> told =
                Tool.output(
                        deployment,
                        "jq",
                        "-f",
                        Manifests.FOLDER.resolve("job.jq").toString(),
                        "--arg",
                        "name",
                        "replay",
                        "--arg",
                        "command",
                        "java -cp /opt/redress/app/* Replay --dry-run");

        ObjectNode job = (ObjectNode) new ObjectMapper().readTree(told.orElseThrow());
        Pod pod = new Pod(job);
        assertThat(new StrictReading().faults(new Manifests(List.of(job)))).isEmpty();
        assertThat(pod.container().path("command").path(4).asText()).isEqualTo("--dry-run");
        for (String same : List.of("image", "env", "envFrom", "resources", "securityContext")) {
            assertThat(pod.container().path(same)).isEqualTo(service.container().path(same));
        }
        triage.of(Manifests.Kind.Service)
                .forEach(doors -> assertThat(pod.hasLabels(doors.at("/spec/selector"))).isFalse());
        triage.of(Manifests.Kind.NetworkPolicy)
                .forEach(ways ->
                        assertThat(pod.isSelectedBy(ways.at("/spec/podSelector"))).isTrue());
    }
}
