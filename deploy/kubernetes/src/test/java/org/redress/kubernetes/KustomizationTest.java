package org.redress.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our reading of kustomizations. */
class KustomizationTest {

    private static final Path NOTHING = Path.of("/dev/null");

    @TempDir Path folder;

    /** Only where there is a kubectl with kustomize 5; the tests need none. */
    @ParameterizedTest
    @MethodSource("org.redress.kubernetes.EveryFolderIsRightTest#folders")
    void a_folder_renders_to_what_kubectl_makes_of_it(String name) throws IOException {
        assumeThat(kubectlsKustomize()).startsWith("5.");
        Path manifests = Manifests.FOLDER.resolve(name);

        List<JsonNode> ours = List.copyOf(Kustomization.render(manifests));

        assertThat(ours)
                .containsExactlyInAnyOrderElementsOf(
                        documents(
                                Tool.output(NOTHING, "kubectl", "kustomize", manifests.toString())
                                        .orElseThrow()));
    }

    @Test
    void what_it_does_not_know_is_refused() throws IOException {
        write("kustomization.yaml", "kind: Kustomization\nnamePrefix: my-\n");

        assertThatThrownBy(() -> Kustomization.render(folder))
                .hasMessage(folder + ": 'namePrefix' is not known here");
    }

    @Test
    void a_patch_that_meets_nothing_is_refused() throws IOException {
        write(
                "kustomization.yaml",
                """
                resources: [account.yaml]
                patches:
                  - target: {kind: ServiceAccount, name: another}
                    patch: "- {op: add, path: /secrets, value: []}"
                """);
        write("account.yaml", "{apiVersion: v1, kind: ServiceAccount, metadata: {name: one}}");

        assertThatThrownBy(() -> Kustomization.render(folder))
                .hasMessage(
                        folder
                                + ": no object is {\"kind\":\"ServiceAccount\",\"name\":\"another\"}");
    }

    @Test
    void a_patch_of_what_is_not_there_is_refused() throws IOException {
        write(
                "kustomization.yaml",
                """
                resources: [account.yaml]
                patches:
                  - target: {kind: ServiceAccount}
                    patch: "- {op: replace, path: /secrets, value: []}"
                """);
        write("account.yaml", "{apiVersion: v1, kind: ServiceAccount, metadata: {name: one}}");

        assertThatThrownBy(() -> Kustomization.render(folder))
                .hasMessage("nothing at /secrets to replace");
    }

    @Test
    void two_of_a_name_are_refused() throws IOException {
        write("kustomization.yaml", "resources: [one.yaml, two.yaml]\n");
        write("one.yaml", "{apiVersion: v1, kind: ServiceAccount, metadata: {name: one}}");
        write("two.yaml", "{apiVersion: v1, kind: ServiceAccount, metadata: {name: one}}");

        assertThatThrownBy(() -> Kustomization.render(folder))
                .hasMessage(folder + ": there are two of [v1, ServiceAccount, one]");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String kubectlsKustomize() {
        return Tool.output(NOTHING, "kubectl", "version", "--client")
                .map(told -> told.replaceFirst("(?s).*Kustomize Version: v(\\S+).*", "$1"))
                .orElse("none");
    }

    private static List<JsonNode> documents(String yaml) throws IOException {
        try (MappingIterator<JsonNode> all =
                new YAMLMapper().readerFor(JsonNode.class).readValues(yaml)) {
            return all.readAll();
        }
    }
}
