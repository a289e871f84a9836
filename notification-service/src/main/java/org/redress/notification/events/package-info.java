/**
 * What is read: one class per topic, and the records as they are read. Here events become words of
 * the features, which know neither topic nor envelope.
 */
@NullMarked
package org.redress.notification.events;

import org.jspecify.annotations.NullMarked;
