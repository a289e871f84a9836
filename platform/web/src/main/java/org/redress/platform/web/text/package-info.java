/**
 * What a text, an amount, a mail address or a moment must be to be taken from anybody: one rule for
 * each, whichever door it comes through. An annotation for forms, a static method for everybody
 * else.
 */
@NullMarked
package org.redress.platform.web.text;

import org.jspecify.annotations.NullMarked;
