/**
 * What becomes of a request when the database is away or two transactions are in each other's way:
 * it is tried again where that is ours to do, and refused as "later" where it is not.
 */
@NullMarked
package org.redress.platform.web.outage;

import org.jspecify.annotations.NullMarked;
