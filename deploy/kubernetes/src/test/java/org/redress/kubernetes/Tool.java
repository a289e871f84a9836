package org.redress.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A program of an operator's machine, which a test may use where it is there. */
final class Tool {

    private Tool() {}

    /** What it prints; empty where there is no such program. */
    static Optional<String> output(Path input, String... command) {
        Process process;
        try {
            process =
                    new ProcessBuilder(List.of(command))
                            .redirectInput(input.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException e) {
            return Optional.empty();
        }
        try (var output = process.getInputStream()) {
            return Optional.of(new String(output.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
