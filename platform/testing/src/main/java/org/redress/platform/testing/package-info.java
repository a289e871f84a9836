/** What the tests of all services share, without a word of the domain. */
@NullMarked
package org.redress.platform.testing;

import org.jspecify.annotations.NullMarked;
