package org.redress.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Instant;

/**
 * What a job did, for the stream in which the services write down what administrators do: a line of
 * JSON of the category {@code redress.audit}, to be printed on the error stream. Who started the
 * job stands in the audit of whatever runs it.
 */
public record JobAudit(Instant timestamp, String loggerName, String level, String message) {

    /**
     * What is to be written down.
     *
     * @param service whose job it was
     * @param act what was done
     * @param target to what
     * @param outcome what came of it
     */
    public static JobAudit of(
            String service, String act, String target, String outcome, Instant now) {
        return new JobAudit(
                now,
                "redress.audit",
                "INFO",
                "actor=job/%s act=%s target=%s outcome='%s'"
                        .formatted(service, act, target, outcome));
    }

    /** Writes down what was done just now. */
    public static void print(String service, String act, String target, String outcome) {
        var now = Clock.systemUTC().instant();
        System.err.println(of(service, act, target, outcome, now).line());
    }

    /** The line. */
    public String line() {
        return new String(EventJson.write(this), UTF_8);
    }
}
