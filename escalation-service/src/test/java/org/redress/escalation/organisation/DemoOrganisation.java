package org.redress.escalation.organisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;

/** The organisation that comes along, without a database. */
public final class DemoOrganisation {

    private DemoOrganisation() {}

    static String text() {
        try {
            return Files.readString(Path.of("src/main/resources/organisation.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Organisation get() {
        return OrganisationCheck.check(
                "organisation.yaml",
                OrganisationYaml.read("organisation.yaml", text()),
                ZoneId.of("Asia/Shanghai"));
    }
}
