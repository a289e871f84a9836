package org.redress.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What Quarkus would package, in a few bytes. */
final class SmallFastJar {

    static final String THEIRS = "lib/main/org.others.library-1.0.jar";
    static final String OURS = "lib/main/org.redress.redress-web-0.1.0-SNAPSHOT.jar";
    static final String CLASSES = "app/intake-service-0.1.0-SNAPSHOT.jar";

    private SmallFastJar() {}

    static FastJar write(Path folder) throws IOException {
        Map<String, String> files =
                Map.of(
                        "lib/boot/org.others.boot-1.0.jar",
                        "boot",
                        THEIRS,
                        "theirs",
                        OURS,
                        "ours",
                        CLASSES,
                        "classes",
                        "quarkus/generated-bytecode.jar",
                        "generated",
                        "quarkus-run.jar",
                        "run",
                        "quarkus-app-dependencies.txt",
                        """
                        org.others:boot::jar:1.0
                        org.others:library::jar:1.0
                        org.redress:redress-web::jar:0.1.0-SNAPSHOT
                        """);
        for (var file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return new FastJar("intake", folder);
    }
}
