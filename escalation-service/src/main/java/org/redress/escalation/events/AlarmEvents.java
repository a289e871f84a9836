package org.redress.escalation.events;

import static org.redress.platform.messaging.Subscription.on;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.redress.escalation.watch.Alarm;
import org.redress.escalation.watch.WatchDesk;
import org.redress.platform.messaging.Subscription;

/** All services tell what went wrong, this one included. */
@ApplicationScoped
class AlarmEvents implements Subscription {

    private final WatchDesk watch;

    AlarmEvents(WatchDesk watch) {
        this.watch = watch;
    }

    @Override
    public String topic() {
        return "redress.alarms";
    }

    @Override
    public List<Reaction> reactions() {
        return List.of(
                on("redress.alarm.reported.v1", Alarm.class, (_, alarm) -> watch.report(alarm)));
    }
}
