package org.redress.notification.recipients;

/** A customer's contact arrived or changed: what waited for it can go on after the commit. */
public record CustomerKnown(String customerId) {}
