/**
 * Finds in Chinese and English text what a complaint is about and how grave it sounds, with the
 * very words that say so. Knows what is denied ("nobody was hurt") and what is only feared ("could
 * catch fire").
 */
@NullMarked
package org.redress.triage.signals;

import org.jspecify.annotations.NullMarked;
