/** Erases customers: of what reporting keeps, only its dead letters hold words (XX-03, ADR 8). */
@NullMarked
package org.redress.reporting.erasure;

import org.jspecify.annotations.NullMarked;
