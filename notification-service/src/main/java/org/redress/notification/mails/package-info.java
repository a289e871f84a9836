/**
 * What the mails and pages say, in Chinese and English: facts in, subject, text and HTML out. All
 * wording is in the templates and the word lists; nothing here knows a database or a mail server.
 */
@NullMarked
package org.redress.notification.mails;

import org.jspecify.annotations.NullMarked;
