package org.redress.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.local.Answer;
import org.redress.local.Checkout;
import org.redress.local.Service;

class AnImageHoldsWhatItSaysTest {

    private static final int READ_BY_ALL = 0b110_100_100;
    private static final int ENTERED_BY_ALL = 0b111_101_101;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(Service.class)
    void an_image_is_whole_tells_what_it_is_and_gives_nothing_away(Service service)
            throws IOException {
        UnpackedImage image = Built.unpacked(service, folder);

        tells_what_it_is(service, image);
        may_be_read_by_all_and_changed_by_nobody(image);
        holds_the_fast_jar_and_its_bill(service, image);
        gives_nothing_away(image);
        the_bill_names_each_jar(service, image);
    }

    private void tells_what_it_is(Service service, UnpackedImage image) {
        String version = FastJar.of(service).version();
        assertThat(image.process().path("User").asText()).isEqualTo("10001:10001");
        assertThat(image.process().path("WorkingDir").asText()).isEqualTo("/opt/redress");
        assertThat(image.process().path("ExposedPorts").propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("8080/tcp", "9000/tcp");
        assertThat(labels(image))
                .isEqualTo(
                        Map.of(
                                "org.opencontainers.image.title",
                                "Redress " + service.id(),
                                "org.opencontainers.image.version",
                                version,
                                "org.opencontainers.image.revision",
                                Built.REVISION,
                                "org.opencontainers.image.source",
                                "https://redress.example/source",
                                "org.opencontainers.image.licenses",
                                "Apache-2.0",
                                "org.redress.sbom",
                                "/opt/redress/sbom.cdx.json"));
        assertThat(Built.image(service).name())
                .isEqualTo("redress/" + service.id() + ":" + version);
    }

    private void may_be_read_by_all_and_changed_by_nobody(UnpackedImage image) {
        assertThat(entries(image))
                .allSatisfy(entry -> {
                    assertThat(entry.getLongUserId()).isZero();
                    assertThat(entry.getLongGroupId()).isZero();
                    assertThat(entry.isFile() || entry.isDirectory()).isTrue();
                    assertThat(entry.getMode() & 0b111_111_111)
                            .isEqualTo(entry.isFile() ? READ_BY_ALL : ENTERED_BY_ALL);
                });
    }

    /** No path is in two layers, and none takes away what is below it. */
    private void holds_the_fast_jar_and_its_bill(Service service, UnpackedImage image) {
        List<String> paths =
                entries(image)
                        .filter(TarArchiveEntry::isFile)
                        .map(TarArchiveEntry::getName)
                        .toList();
        assertThat(paths)
                .doesNotHaveDuplicates()
                .hasSameElementsAs(
                        Stream.concat(
                                        FastJar.of(service).files().stream().map(Path::toString),
                                        Stream.of("sbom.cdx.json"))
                                .map(file -> "opt/redress/" + file)
                                .toList());
        assertThat(image.paths(Layer.PLATFORM))
                .isNotEmpty()
                .allMatch(path -> path.contains("/org.redress.redress-"));
        assertThat(image.paths(Layer.SERVICE)).noneMatch(path -> path.contains("/lib/"));
    }

    private void gives_nothing_away(UnpackedImage image) throws IOException {
        assertThat(image.environment())
                .extracting(line -> line.substring(0, line.indexOf('=')))
                .containsExactlyInAnyOrder(
                        "JDK_JAVA_OPTIONS", "QUARKUS_HTTP_PORT", "QUARKUS_MANAGEMENT_PORT");
        for (Layer layer : List.of(Layer.PLATFORM, Layer.SERVICE)) {
            for (String path : image.paths(layer)) {
                assertThat(path).doesNotContainPattern("[0-9]{8}[.][0-9]{6}");
                assertThat(where_this_machine_is_named(image.root().resolve(path))).isEmpty();
            }
        }
    }

    private void the_bill_names_each_jar(Service service, UnpackedImage image) throws IOException {
        String bill = Files.readString(image.at("/opt/redress/sbom.cdx.json"));
        assertThat(Bill.faults(bill)).isEmpty();
        assertThat(Built.tar(service).resolveSibling(service.id() + ".cdx.json")).hasContent(bill);
        assertThat(Answer.JSON.readTree(bill).path("components").findValuesAsText("location"))
                .hasSameElementsAs(
                        Stream.of(Layer.LIBRARIES, Layer.PLATFORM)
                                .flatMap(layer -> image.paths(layer).stream())
                                .map(path -> "/" + path)
                                .toList());
    }

    private static Map<String, String> labels(UnpackedImage image) {
        return Answer.JSON.convertValue(image.process().path("Labels"), new TypeReference<>() {});
    }

    private static Stream<TarArchiveEntry> entries(UnpackedImage image) {
        return image.layers().stream().flatMap(List::stream);
    }

    /** Files, and files in jars, in which the folder of this checkout stands. */
    private static List<String> where_this_machine_is_named(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (!name.endsWith(".jar")) {
            return names_this_machine(Files.readAllBytes(file)) ? List.of(name) : List.of();
        }
        Stream.Builder<String> found = Stream.builder();
        try (var jar = new ZipInputStream(Files.newInputStream(file))) {
            for (var entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                if (names_this_machine(jar.readAllBytes())) {
                    found.add(name + "!" + entry.getName());
                }
            }
        }
        return found.build().toList();
    }

    private static boolean names_this_machine(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return text.contains(Checkout.root().toString())
                || text.contains(System.getProperty("user.home") + "/");
    }

    /** The schema of a bill of materials, which the library of CycloneDX brings. */
    private static final class Bill {

        private static final Schema SCHEMA =
                SchemaRegistry.withDefaultDialect(
                                SpecificationVersion.DRAFT_7,
                                registry ->
                                        registry.schemas(
                                                Map.of(
                                                        address("bom-1.6"), resource("bom-1.6"),
                                                        address("spdx"), resource("spdx"),
                                                        address("jsf-0.82"), resource("jsf-0.82"))))
                        .getSchema(SchemaLocation.of(address("bom-1.6")));

        static List<String> faults(String bill) {
            return SCHEMA.validate(bill, InputFormat.JSON).stream().map(Object::toString).toList();
        }

        private static String address(String name) {
            return "http://cyclonedx.org/schema/" + name + ".schema.json";
        }

        private static String resource(String name) {
            try (InputStream schema = Bill.class.getResourceAsStream("/" + name + ".schema.json")) {
                return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
