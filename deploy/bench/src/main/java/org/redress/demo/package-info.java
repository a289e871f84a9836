/**
 * {@code ./redress demo}: people and their cases, played or read from a file through the public API
 * of a running platform, and told in the terminal while it happens. It knows of the services what
 * any front end knows: their REST API, the mail that they send and the topic of case facts.
 */
@NullMarked
package org.redress.demo;

import org.jspecify.annotations.NullMarked;
