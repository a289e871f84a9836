package org.redress.escalation.regulation;

import java.util.List;

/** A regulator pack that cannot be used, with everything that is wrong with it. */
public final class InvalidPack extends RuntimeException {

    InvalidPack(String file, List<String> problems) {
        super(file + " cannot be used:\n  " + String.join("\n  ", problems));
    }
}
