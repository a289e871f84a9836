package org.redress.escalation.organisation;

import java.util.List;

/**
 * The organisation cannot be used; each problem names the file, the path in it and what is wrong.
 */
public final class InvalidOrganisation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidOrganisation(String file, List<String> problems) {
        super(String.join("\n", problems.stream().map(problem -> file + ": " + problem).toList()));
    }
}
