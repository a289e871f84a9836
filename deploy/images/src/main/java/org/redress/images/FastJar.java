package org.redress.images;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.redress.local.Checkout;
import org.redress.local.Failure;
import org.redress.local.Service;
import org.redress.local.Unchecked;

/**
 * A service as Quarkus packages it.
 *
 * @param service its name, for example {@code intake}
 * @param folder the one with {@code quarkus-run.jar}
 */
record FastJar(String service, Path folder) {

    private static final String LIST_OF_LIBRARIES = "quarkus-app-dependencies.txt";

    /**
     * The one of this checkout.
     *
     * @throws Failure when it is not built
     */
    static FastJar of(Service service) {
        String target = service.id() + "-service/target/quarkus-app";
        Path folder = Checkout.root().resolve(target);
        if (!Files.exists(folder.resolve("quarkus-run.jar"))) {
            throw new Failure(
                    "The service %s is not built, %s is missing: ./redress images builds it."
                            .formatted(service.id(), target));
        }
        return new FastJar(service.id(), folder);
    }

    /** All files, as seen from the folder, in the same order on every machine. */
    List<Path> files() {
        return Unchecked.get(() -> {
            try (Stream<Path> all = Files.walk(folder)) {
                return all.filter(Files::isRegularFile)
                        .map(folder::relativize)
                        .sorted(Comparator.comparing(Path::toString))
                        .toList();
            }
        });
    }

    /** The version of the project, from the name of the jar of the service's own classes. */
    String version() {
        String before = "app/" + service + "-service-";
        return files().stream()
                .map(Path::toString)
                .filter(file -> file.startsWith(before))
                .map(file -> file.substring(before.length(), file.length() - ".jar".length()))
                .findFirst()
                .orElseThrow(() -> new Failure("There is no " + before + "….jar in " + folder));
    }

    /** The jars that it brings along, by Quarkus' own list of them. */
    List<Library> libraries() {
        return Unchecked.get(() -> Files.readAllLines(folder.resolve(LIST_OF_LIBRARIES))).stream()
                .map(Library::parse)
                .toList();
    }
}
