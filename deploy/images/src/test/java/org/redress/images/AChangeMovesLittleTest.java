package org.redress.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AChangeMovesLittleTest {

    @TempDir Path folder;
    @TempDir Path work;
    private int builds;

    @BeforeEach
    void package_a_service() throws IOException {
        SmallFastJar.write(folder);
    }

    @Test
    void the_same_service_is_the_same_image_whenever_it_is_built() throws IOException {
        Path first = build();
        Files.setLastModifiedTime(
                folder.resolve(SmallFastJar.CLASSES), FileTime.from(Instant.EPOCH));

        assertThat(build()).hasSameBinaryContentAs(first);
    }

    @Test
    void a_class_of_the_service_moves_the_last_layer_only() throws IOException {
        Path before = build();
        write(SmallFastJar.CLASSES, "other classes");

        assertThat(changed(before, build())).containsExactly(Layer.SERVICE);
    }

    @Test
    void what_quarkus_generates_moves_the_last_layer_only() throws IOException {
        Path before = build();
        SmallFastJar.generate(folder, "generated otherwise");

        assertThat(changed(before, build())).containsExactly(Layer.SERVICE);
    }

    @Test
    void how_quarkus_numbered_what_it_recorded_moves_nothing() throws IOException {
        SmallFastJar.generate(folder, "proxykey7", "proxykey3", "proxykey7", "proxykey30 and more");
        Path before = build();
        SmallFastJar.generate(
                folder, "proxykey12", "proxykey108", "proxykey12", "proxykey30 and more");

        Path after = build();

        assertThat(after).hasSameBinaryContentAs(before);
        assertThat(
                        SmallFastJar.constants(
                                UnpackedImage.of(after, work.resolve("renumbered"))
                                        .at("/opt/redress/" + Generated.JAR)))
                .containsExactly("proxykey1", "proxykey2", "proxykey1", "proxykey30 and more");
    }

    @Test
    void that_another_recorded_object_is_used_moves_the_last_layer() throws IOException {
        SmallFastJar.generate(folder, "proxykey7", "proxykey3", "proxykey7");
        Path before = build();
        SmallFastJar.generate(folder, "proxykey7", "proxykey3", "proxykey3");

        assertThat(changed(before, build())).containsExactly(Layer.SERVICE);
    }

    /** The last one too, since the bill of materials is in it. */
    @Test
    void a_class_of_the_platform_leaves_what_others_made() throws IOException {
        Path before = build();
        write(SmallFastJar.OURS, "ours, changed");

        assertThat(changed(before, build())).containsExactly(Layer.PLATFORM, Layer.SERVICE);
    }

    @Test
    void a_new_version_of_a_library_moves_its_layer() throws IOException {
        Path before = build();
        write(SmallFastJar.THEIRS, "theirs, changed");

        assertThat(changed(before, build())).containsExactly(Layer.LIBRARIES, Layer.SERVICE);
    }

    /** Each time as on a machine that has built nothing before. */
    private Path build() {
        Path built = work.resolve("build" + builds++);
        var jar = new FastJar("intake", folder);
        new ServiceImage(jar, ServiceImage.SCRATCH, Map.of()).writeInto(built);
        return built.resolve("intake.tar");
    }

    private List<Layer> changed(Path before, Path after) throws IOException {
        var old = UnpackedImage.of(before, work.resolve("before")).config().at("/rootfs/diff_ids");
        var now = UnpackedImage.of(after, work.resolve("after")).config().at("/rootfs/diff_ids");
        assertThat(now).hasSameSizeAs(Layer.values());
        return IntStream.range(0, now.size())
                .filter(at -> !now.get(at).equals(old.get(at)))
                .mapToObj(at -> List.of(Layer.values()).get(at))
                .toList();
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content);
    }
}
