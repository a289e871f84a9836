package org.redress.local.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * A case that intake took in.
 *
 * @param answeredAt when the 201 was here
 * @param took how long the request took
 */
record Registered(String caseId, String caseNumber, Instant answeredAt, Duration took) {}
