package org.redress.notification.channels;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The mail server that takes our mails. */
@ConfigMapping(prefix = "redress.notification.smtp")
public interface SmtpSettings {
    @WithDefault("localhost")
    String host();

    @WithDefault("25")
    int port();

    Optional<String> username();

    Optional<String> password();

    @WithDefault("NONE")
    Security security();

    /** How many mails go out at the same time, each on a connection that is kept open. */
    @WithDefault("8")
    int connections();

    /** How long connecting, or any one answer of the server, may take. */
    @WithDefault("5S")
    Duration timeout();

    /** Whether and how the connection is encrypted; encryption that is asked for is required. */
    enum Security {
        NONE,
        STARTTLS,
        TLS
    }
}
