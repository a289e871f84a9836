package org.redress.escalation.organisation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;

/** The organisation that comes along, without a database. */
public final class DemoOrganisation {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private DemoOrganisation() {}

    public static String text() {
        try {
            return Files.readString(Path.of("src/main/resources/organisation.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Organisation get() {
        return of(text());
    }

    /** The organisation that is written so, a day before everything that tests do with it. */
    public static Organisation of(String yaml) {
        return OrganisationCheck.check(
                "organisation.yaml",
                1,
                OrganisationYaml.read("organisation.yaml", yaml),
                ZONE,
                Instant.parse("2026-11-20T00:00:00Z"));
    }
}
