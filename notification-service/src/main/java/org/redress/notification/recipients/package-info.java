/**
 * Who can be written to: members of staff from a file, customers from the restricted topic. A
 * customer's name and address rest encrypted under a key of their own; erasure destroys that key.
 */
@NullMarked
package org.redress.notification.recipients;

import org.jspecify.annotations.NullMarked;
