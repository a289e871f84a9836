/**
 * What carries events between services: the transactional outbox and its relay, the inbox that
 * applies an event once, the CloudEvents codec and the dead letters. It knows nothing of what the
 * events mean.
 */
@NullMarked
package org.redress.platform.messaging;

import org.jspecify.annotations.NullMarked;
