package org.redress.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The third-party programs that the build of this module puts into {@code deploy/local/target}. */
record Library(Path target) {

    static Library ofCheckout() {
        return new Library(Checkout.root().resolve("deploy/local/target"));
    }

    /** The jars of the broker and of our own commands, in an order that never changes. */
    String classPath() {
        String[] jars = present(target.resolve("lib")).toFile().list();
        return Stream.of(jars)
                .sorted()
                .map(jar -> target.resolve("lib").resolve(jar).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    String ownClassPath() {
        return present(target.resolve("classes")) + File.pathSeparator + classPath();
    }

    Path keycloak() {
        return present(target.resolve("programs/keycloak-quarkus-dist.zip"));
    }

    Path logging() {
        return present(target.resolve("classes/org/redress/local/broker-logging.properties"));
    }

    private static Path present(Path file) {
        if (!Files.exists(file)) {
            throw new Failure(
                    "deploy/local is not built, "
                            + file
                            + " is missing: run ./redress up, which builds it, or mvn package.");
        }
        return file;
    }
}
