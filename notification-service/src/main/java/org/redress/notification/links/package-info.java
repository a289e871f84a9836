/**
 * Links that let one person do one thing without logging in: signed, expiring, and worth nothing
 * for anything else.
 */
@NullMarked
package org.redress.notification.links;

import org.jspecify.annotations.NullMarked;
