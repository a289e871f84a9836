/**
 * Who complains: name, contact points, language and tier. The only place that can read a customer's
 * contact points, and the one that erases them.
 */
@NullMarked
package org.redress.intake.customers;

import org.jspecify.annotations.NullMarked;
