package org.redress.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Golden examples of the published language, to be told with other ids. */
public final class Contracts {
    private static final Path FOLDER = Path.of("../contracts").toAbsolutePath().normalize();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Contracts() {}

    /** One golden example, such as {@code intake/case.registered.v1/kettle}. */
    public static ObjectNode example(String name) {
        try {
            return (ObjectNode) JSON.readTree(Files.readAllBytes(FOLDER.resolve(name + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
