package org.redress.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.local.Answer;
import org.redress.local.Checkout;
import org.redress.local.Service;

/** Read line by line, as far as the file goes: a word that is not known here is an error. */
class TheContainerfileLaysOutTheSameTest {

    private static final Path ROOT = Checkout.root();

    @TempDir static Path folder;

    private static UnpackedImage image;
    private static Map<String, List<String>> lines;

    @BeforeAll
    static void read() throws IOException {
        image = Built.unpacked(Service.INTAKE, folder);
        lines = new LinkedHashMap<>();
        Map<String, String> arguments =
                new HashMap<>(
                        Map.of(
                                "SERVICE", "intake",
                                "REVISION", Built.REVISION,
                                "SOURCE", "https://redress.example/source"));
        for (String line : Files.readAllLines(ROOT.resolve("deploy/images/Containerfile"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.split(" ", 2);
                if (words[0].equals("ARG") && words[1].contains("=")) {
                    String[] argument = words[1].split("=", 2);
                    arguments.putIfAbsent(argument[0], argument[1]);
                }
                String told = words[1];
                for (var argument : arguments.entrySet()) {
                    told = told.replace("${" + argument.getKey() + "}", argument.getValue());
                }
                lines.computeIfAbsent(words[0], _ -> new ArrayList<>()).add(told);
            }
        }
    }

    @Test
    void says_nothing_that_is_not_compared() {
        assertThat(lines)
                .containsOnlyKeys(
                        "ARG",
                        "FROM",
                        "WORKDIR",
                        "COPY",
                        "ENV",
                        "EXPOSE",
                        "USER",
                        "ENTRYPOINT",
                        "LABEL");
    }

    @Test
    void stands_on_the_same_base() {
        assertThat(lines.get("FROM")).containsExactly(ServiceImage.JRE);
    }

    @Test
    void runs_as_the_image_does() throws JsonProcessingException {
        assertThat(lines.get("USER")).containsExactly(image.process().path("User").asText());
        assertThat(lines.get("WORKDIR"))
                .containsExactly(image.process().path("WorkingDir").asText());
        assertThat(Answer.JSON.readTree(lines.get("ENTRYPOINT").getFirst()))
                .isEqualTo(image.process().path("Entrypoint"));
        assertThat(lines.get("ENV").stream().map(line -> line.replace("\"", "")))
                .hasSameElementsAs(image.environment());
        assertThat(Arrays.stream(lines.get("EXPOSE").getFirst().split(" ", -1)))
                .hasSameElementsAs(
                        image.process()
                                .path("ExposedPorts")
                                .propertyStream()
                                .map(port -> port.getKey().replace("/tcp", ""))
                                .toList());
    }

    @Test
    void tells_the_same_of_itself() {
        assertThat(lines.get("LABEL").stream().map(line -> line.replace("\"", "")))
                .hasSameElementsAs(
                        image.process()
                                .path("Labels")
                                .propertyStream()
                                .map(label -> label.getKey() + "=" + label.getValue().asText())
                                .toList());
    }

    /** The bill of materials is a layer of its own there, as it comes from another folder. */
    @Test
    void has_the_same_files_in_the_same_layers() throws IOException {
        List<Set<String>> layers = new ArrayList<>();
        for (String copy : lines.get("COPY")) {
            layers.add(copied(copy));
        }

        assertThat(layers.removeLast()).containsExactly("opt/redress/sbom.cdx.json");
        layers.getLast().add("opt/redress/sbom.cdx.json");
        assertThat(layers)
                .containsExactlyElementsOf(
                        Stream.of(Layer.values())
                                .map(layer -> Set.copyOf(image.paths(layer)))
                                .toList());
    }

    private static Set<String> copied(String copy) throws IOException {
        List<String> words = new ArrayList<>(List.of(copy.split(" ", -1)));
        List<PathMatcher> excluded = new ArrayList<>();
        while (words.getFirst().startsWith("--exclude=")) {
            excluded.add(glob(words.removeFirst().substring("--exclude=".length())));
        }
        String to = "opt/redress/" + words.removeLast().replaceFirst("^[.]/", "");
        Set<String> files = new TreeSet<>();
        for (String from : words) {
            if (!from.endsWith("/") && !from.contains("*")) {
                files.add(to);
                continue;
            }
            Path folder = ROOT.resolve(from.substring(0, from.lastIndexOf('/')));
            PathMatcher chosen = glob(ROOT + "/" + from);
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(Files::isRegularFile)
                        .filter(file -> from.endsWith("/") || chosen.matches(file))
                        .filter(file -> excluded.stream().noneMatch(it -> isBelow(it, file)))
                        .map(folder::relativize)
                        .forEach(file -> files.add(to.endsWith("/") ? to + file : to));
            }
        }
        return files;
    }

    /** What excludes a folder excludes what is in it. */
    private static boolean isBelow(PathMatcher excluded, Path file) {
        return Stream.iterate(file, path -> !path.equals(ROOT), Path::getParent)
                .anyMatch(excluded::matches);
    }

    private static PathMatcher glob(String pattern) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    }
}
