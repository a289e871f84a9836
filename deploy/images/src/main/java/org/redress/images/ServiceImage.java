package org.redress.images;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.redress.local.Checkout;
import org.redress.local.Failure;
import org.redress.local.Unchecked;

/**
 * The image of a service.
 *
 * @param base what it stands on, as Jib names it, or {@link #SCRATCH}
 * @param origin labels that tell where it comes from
 */
record ServiceImage(FastJar jar, String base, Map<String, String> origin) {

    /** A JRE 25 for several processors. The tag is for people, the digest is what counts. */
    static final String JRE =
            "eclipse-temurin:25.0.4_7-jre-noble"
                    + "@sha256:b573af9e331196fbc42e246da4df24df9b6c556c73e7efddfde0511f1c9508c5";

    /** Nothing at all, so that whoever runs it brings the JRE. */
    static final String SCRATCH = "scratch";

    static final AbsoluteUnixPath HOME = AbsoluteUnixPath.get("/opt/redress");

    /** For a pod of 512 MiB; measured in README.md. */
    static final String JVM =
            String.join(
                    " ",
                    "-XX:MaxRAMPercentage=30",
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Xlog:disable",
                    "-Xlog:all=error:stderr",
                    "-Duser.timezone=UTC",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private static final String OCI = "org.opencontainers.image.";

    /** As a registry and a container runtime know it. */
    String name() {
        return "redress/" + jar.service() + ":" + jar.version();
    }

    /**
     * Writes {@code <service>.tar} and {@code <service>.cdx.json} into the folder.
     *
     * @throws Failure when the base cannot be fetched
     */
    JibContainer writeInto(Path folder) {
        Path bill = folder.resolve(jar.service() + ".cdx.json");
        return Unchecked.get(() -> {
            Files.createDirectories(folder);
            Files.writeString(bill, Sbom.of(jar));
            // Its end waits for theirs: whatever fails, nothing is written any more afterwards.
            try (var threads = Executors.newCachedThreadPool()) {
                return onBase(folder, bill).containerize(into(folder).setExecutorService(threads));
            } catch (InvalidImageReferenceException | RegistryException | ExecutionException e) {
                throw unfetched(e);
            }
        });
    }

    private Containerizer into(Path folder) throws InvalidImageReferenceException {
        Path tar = folder.resolve(jar.service() + ".tar");
        return Containerizer.to(TarImage.at(tar).named(name()))
                .setToolName("redress images")
                .setBaseImageLayersCache(Checkout.cache().resolve("images"))
                .setApplicationLayersCache(folder.resolve("layers"));
    }

    private JibContainerBuilder onBase(Path folder, Path bill)
            throws InvalidImageReferenceException, IOException {
        JibContainerBuilder image = base.equals(SCRATCH) ? Jib.fromScratch() : Jib.from(base);
        layers(folder, bill).values().forEach(layer -> image.addFileEntriesLayer(layer.build()));
        return image.setEntrypoint("java", "-jar", HOME.resolve("quarkus-run.jar").toString())
                .setWorkingDirectory(HOME)
                .setUser("10001:10001")
                .setExposedPorts(Port.tcp(8080), Port.tcp(9000))
                .setEnvironment(
                        Map.of(
                                "JDK_JAVA_OPTIONS",
                                JVM,
                                "QUARKUS_HTTP_PORT",
                                "8080",
                                "QUARKUS_MANAGEMENT_PORT",
                                "9000"))
                .setLabels(labels());
    }

    private Map<Layer, FileEntriesLayer.Builder> layers(Path folder, Path bill) throws IOException {
        Map<Layer, FileEntriesLayer.Builder> layers = new EnumMap<>(Layer.class);
        for (Layer layer : Layer.values()) {
            layers.put(layer, FileEntriesLayer.builder().setName(layer.name()));
        }
        for (Path file : jar.files()) {
            Path source = jar.folder().resolve(file);
            if (file.equals(Generated.JAR)) {
                String name = jar.service() + "-generated-bytecode.jar";
                source = Generated.renumbered(source, folder.resolve(name));
            }
            layers.get(Layer.of(file)).addEntry(source, HOME.resolve(file));
        }
        layers.get(Layer.SERVICE).addEntry(bill, HOME.resolve("sbom.cdx.json"));
        return layers;
    }

    private Map<String, String> labels() {
        Map<String, String> labels = new TreeMap<>(origin);
        labels.put(OCI + "title", "Redress " + jar.service());
        labels.put(OCI + "version", jar.version());
        labels.put(OCI + "licenses", "Apache-2.0");
        labels.put("org.redress.sbom", HOME.resolve("sbom.cdx.json").toString());
        return labels;
    }

    private Failure unfetched(Exception failed) {
        Throwable why = failed;
        while (why.getCause() != null) {
            why = why.getCause();
        }
        return new Failure(
                """
                The base image %s could not be fetched (%s). \
                --base takes another one, one in an archive (tar:///path), or scratch, which has no Java.\
                """
                        .formatted(base, why),
                failed);
    }
}
