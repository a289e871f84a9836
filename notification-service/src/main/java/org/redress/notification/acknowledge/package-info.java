/**
 * The door behind the link in a page: it shows what will be acknowledged, and acknowledges when the
 * person says so. It needs no login; the signed link is the permission, for this one thing.
 */
@NullMarked
package org.redress.notification.acknowledge;

import org.jspecify.annotations.NullMarked;
