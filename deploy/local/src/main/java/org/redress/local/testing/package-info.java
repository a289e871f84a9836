/**
 * What the tests of the services stand on: one real PostgreSQL and one real Kafka for each test
 * run, tokens of an issuer of our own, and a mail server. Nothing in here is used in production.
 */
@NullMarked
package org.redress.local.testing;

import org.jspecify.annotations.NullMarked;
