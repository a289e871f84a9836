package org.redress.escalation.watch;

import java.time.Instant;
import org.redress.escalation.cases.Actor;
import org.redress.escalation.paging.Page;

/** What there is to tell of an alert. */
public sealed interface AlertEvent {

    Alert alert();

    Actor by();

    Instant at();

    /** Who holds the watch is to be reached. */
    record Paged(Alert alert, Page page, Actor by, Instant at) implements AlertEvent {}

    /** Somebody has it, or everybody was paged and nobody answered. */
    record Settled(Alert alert, Actor by, Instant at) implements AlertEvent {}
}
