/**
 * Who complains: name, contact points, language and tier. The only place that opens a customer's
 * contact card, and takes it away.
 */
@NullMarked
package org.redress.intake.customers;

import org.jspecify.annotations.NullMarked;
