package org.redress.notification.messages;

/**
 * Messages were added in this transaction: after its commit the sender has something to look at.
 */
record MessageParked() {}
