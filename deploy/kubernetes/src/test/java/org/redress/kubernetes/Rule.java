package org.redress.kubernetes;

import java.util.List;

/** What has to hold of all that is applied together. */
interface Rule {

    /** Everything that is wrong, a sentence each. */
    List<String> faults(Manifests manifests);
}
