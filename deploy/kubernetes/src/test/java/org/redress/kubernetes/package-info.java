/**
 * Reads the manifests as an operator's tools would, and holds them against each other, the contract
 * and the services' own settings. Nothing here needs a cluster.
 */
@NullMarked
package org.redress.kubernetes;

import org.jspecify.annotations.NullMarked;
