/**
 * The whole platform on one machine without containers: real PostgreSQL, Kafka, Keycloak and SMTP,
 * and the five services beside them. People start it with {@code ./redress}, and the tests of the
 * services and of {@code deploy/e2e} start the same classes.
 */
@NullMarked
package org.redress.local;

import org.jspecify.annotations.NullMarked;
