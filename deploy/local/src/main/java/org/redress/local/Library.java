package org.redress.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The third-party programs that the build of this module puts into {@code deploy/local/target}. */
record Library(Path target) {

    static Library ofCheckout() {
        return new Library(Checkout.root().resolve("deploy/local/target"));
    }

    /** The jars of the broker and of our own commands. */
    Path jars() {
        return present(target.resolve("lib"));
    }

    /** The class path of {@link #jars}, in an order that does not depend on the file system. */
    String classPath() {
        try (Stream<Path> jars = Files.list(jars())) {
            return jars.sorted()
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, and before it the classes of this module. */
    String ownClassPath() {
        return present(target.resolve("classes")) + File.pathSeparator + classPath();
    }

    Path keycloak() {
        return present(target.resolve("programs/keycloak-quarkus-dist.zip"));
    }

    /** The configuration of java.util.logging for the broker. */
    Path logging() {
        return present(target.resolve("classes/org/redress/local/broker-logging.properties"));
    }

    private static Path present(Path file) {
        if (!Files.exists(file)) {
            throw new StartFailure(
                    "deploy/local is not built, "
                            + file
                            + " is missing: run ./redress up, which builds it, or mvn package.");
        }
        return file;
    }
}
