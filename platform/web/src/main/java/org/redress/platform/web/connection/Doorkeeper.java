package org.redress.platform.web.connection;

import io.netty.channel.Channel;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.redress.platform.web.Refusals;

/** Knows how long a client may take and who answers what can't be read. */
@Singleton
@Unremovable
class Doorkeeper {

    private final Duration head;
    private final Duration body;
    private final Unreadable unreadable;

    /**
     * @param head from the connection, or the first byte of a later request, to the end of a head
     * @param body from there to the end of its body
     */
    Doorkeeper(
            @ConfigProperty(name = "web.head-timeout") Duration head,
            @ConfigProperty(name = "web.body-timeout") Duration body,
            Refusals refusals) {
        this.head = head;
        this.body = body;
        this.unreadable = new Unreadable(refusals);
    }

    /** Called for each connection before anything of it is read. */
    void watch(Channel connection) {
        connection.pipeline().addLast(new FirstBytes(new Patience(head, body), unreadable));
    }
}
