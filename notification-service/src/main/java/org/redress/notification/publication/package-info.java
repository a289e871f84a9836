/** What is published: on {@code redress.deliveries}, what became of the messages. */
@NullMarked
package org.redress.notification.publication;

import org.jspecify.annotations.NullMarked;
