package org.redress.local;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** The working copy of the repository that this process was started in. */
public final class Checkout {

    private Checkout() {}

    /**
     * The folder that holds {@code contracts/}: as {@code ./redress} says, or found by walking up
     * from the working directory.
     *
     * @throws IllegalStateException outside of a checkout
     */
    public static Path root() {
        String told = System.getProperty("redress.checkout");
        if (told != null) {
            return Path.of(told);
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("contracts"))
                    && Files.isRegularFile(folder.resolve("pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "No checkout of Redress (a folder with contracts/ and pom.xml) at or above "
                        + start);
    }

    /** What is unpacked once and used by every platform of this checkout; safe to delete. */
    public static Path cache() {
        return root().resolve(".redress/cache");
    }

    /** The jars of the broker and of our own programs, and our own classes before them. */
    static String classPath() {
        return built("classes") + File.pathSeparator + built("lib") + "/*";
    }

    /** Something that the build of this module puts into {@code deploy/local/target}. */
    static Path built(String name) {
        Path file = root().resolve("deploy/local/target").resolve(name);
        if (!Files.exists(file)) {
            throw new Failure(
                    "deploy/local is not built, %s is missing: run ./redress up, which builds it."
                            .formatted(file));
        }
        return file;
    }
}
