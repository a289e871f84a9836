package org.redress.notification.messages;

import java.util.UUID;

/** Which round of which case a message is about. */
public record CaseRef(UUID id, String number, int round) {}
