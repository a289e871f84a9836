package org.redress.escalation.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.redress.escalation.organisation.InvalidOrganisation.Mistake;

/**
 * The file that describes the organisation: the tenant's, or the demonstration that comes along.
 */
@ApplicationScoped
class OrganisationSource {

    private static final String BUNDLED = "organisation.yaml";

    private final Optional<Path> file;

    OrganisationSource(@ConfigProperty(name = "redress.organisation.file") Optional<Path> file) {
        this.file = file;
    }

    String name() {
        return file.map(Path::toString).orElse(BUNDLED);
    }

    /**
     * What the file says.
     *
     * @throws InvalidOrganisation if it is not there or cannot be read
     */
    Document read() {
        return OrganisationYaml.read(
                name(), file.map(this::text).orElseGet(OrganisationSource::bundled));
    }

    private String text(Path path) {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException e) {
            throw new InvalidOrganisation(
                    name(), List.of(new Mistake("", "there is no such file")));
        } catch (IOException e) {
            throw new InvalidOrganisation(
                    name(), List.of(new Mistake("", "cannot be read: " + e.getMessage())));
        }
    }

    private static String bundled() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in =
                Objects.requireNonNull(loader.getResourceAsStream(BUNDLED), BUNDLED)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
