package org.redress.notification.recipients;

/** A customer was erased; whoever keeps something of theirs forgets it in this transaction. */
public record CustomerErased(String customerId) {}
