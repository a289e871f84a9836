package org.redress.notification.channels;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The mail server that takes our mails. */
@ConfigMapping(prefix = "redress.notification.smtp")
public interface SmtpSettings {
    /** The address of the mail server. */
    @WithDefault("localhost")
    String host();

    /** The port of the mail server. */
    @WithDefault("25")
    int port();

    /** Who we are to the mail server, if it asks. */
    Optional<String> username();

    /** The password, if the mail server asks. */
    Optional<String> password();

    /** Whether and how the connection is encrypted; encryption that is asked for is required. */
    @WithDefault("NONE")
    Security security();

    /** How many mails go out at the same time, each on a connection that is kept open. */
    @WithDefault("8")
    int connections();

    /** How long connecting, or any one answer of the server, may take. */
    @WithDefault("5S")
    Duration timeout();

    /** How a connection is encrypted. */
    enum Security {
        NONE,
        STARTTLS,
        TLS
    }
}
