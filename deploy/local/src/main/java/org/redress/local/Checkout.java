package org.redress.local;

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
}
