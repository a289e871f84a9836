package org.redress.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.redress.local.Http;
import org.redress.local.Patience;
import org.redress.local.Ports;
import org.redress.local.Service;
import org.redress.local.Unchecked;

/**
 * A process as a container runtime would start it from an image, but for its namespaces: the paths
 * of the image are those of the folder that it was unpacked to, and the JDK is this machine's.
 */
final class Container implements AutoCloseable {

    private static final Path JDK = Path.of(System.getProperty("java.home"));

    private final UnpackedImage image;
    private final List<Path> files;
    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;

    private Container(UnpackedImage image, Map<String, String> told, Path log) throws IOException {
        this.image = image;
        this.log = log;
        port = Ports.free();
        managementPort = Ports.free();
        files = writeProtected(image.root());
        ProcessBuilder builder =
                new ProcessBuilder(command(image))
                        .directory(image.at(image.process().path("WorkingDir").asText()).toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", JDK.resolve("bin").toString());
        image.environment().stream()
                .map(line -> line.split("=", 2))
                .forEach(pair -> environment.put(pair[0], pair[1]));
        environment.putAll(told);
        // As in all tests: half the CPU to start.
        environment.merge("JDK_JAVA_OPTIONS", " -XX:TieredStopAtLevel=1", String::concat);
        // In a container these would be its own.
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        // All five start at once beside other tests: a connection may take its time.
        environment.put("QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "60S");
        environment.put("QUARKUS_DATASOURCE_KEYS_JDBC_ACQUISITION_TIMEOUT", "60S");
        process = builder.start();
    }

    static Container run(Service service, Surroundings surroundings, Path folder) {
        return Unchecked.get(() ->
                new Container(
                        Built.unpacked(service, folder),
                        surroundings.environment(service.id()),
                        folder.resolve(service.id() + ".log")));
    }

    String url(String path) {
        return "http://" + Ports.LOOPBACK + ":" + port + path;
    }

    void awaitReady(Duration limit) {
        assertThat(Patience.sees(limit, () -> !process.isAlive() || isReady()) && isReady())
                .as(() -> "ready; it said: " + Unchecked.get(() -> Files.readString(log)))
                .isTrue();
    }

    /** Ends it as a container runtime does, and looks whether it left anything in its files. */
    @Override
    public void close() throws IOException {
        process.destroy();
        boolean ended = Unchecked.get(() -> process.waitFor(45, TimeUnit.SECONDS));
        assertThat(ended).isTrue();
        assertThat(all(image.root())).isEqualTo(files);
    }

    private boolean isReady() {
        try {
            var url = "http://" + Ports.LOOPBACK + ":" + managementPort + "/q/health/ready";
            return Http.send(HttpRequest.newBuilder(URI.create(url)), Duration.ofSeconds(10))
                            .statusCode()
                    == 200;
        } catch (IOException _) {
            return false;
        }
    }

    /**
     * By {@code env}, which looks for {@code java} on the PATH that it is given. Root would be
     * hindered by no permission, so it becomes the image's user first.
     */
    private static List<String> command(UnpackedImage image) {
        List<String> command = new ArrayList<>(List.of("/usr/bin/env"));
        if (System.getProperty("user.name").equals("root")) {
            String[] user = image.process().path("User").asText().split(":", 2);
            command.addAll(
                    List.of(
                            "/usr/bin/unshare",
                            "--user",
                            "--map-user=" + user[0],
                            "--map-group=" + user[1]));
        }
        for (String word : image.entryPoint()) {
            command.add(word.startsWith("/") ? image.at(word).toString() : word);
        }
        return command;
    }

    private static List<Path> writeProtected(Path root) throws IOException {
        List<Path> all = all(root);
        for (Path path : all) {
            Files.setPosixFilePermissions(
                    path,
                    PosixFilePermissions.fromString(
                            Files.isDirectory(path) ? "r-xr-xr-x" : "r--r--r--"));
        }
        return all;
    }

    private static List<Path> all(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
