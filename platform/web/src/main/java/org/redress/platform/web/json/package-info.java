/**
 * The one strict reader of request bodies. What a service reads elsewhere (events, its own tables)
 * stays with the application's mapper: there unknown fields are the future, here they are mistakes.
 */
@NullMarked
package org.redress.platform.web.json;

import org.jspecify.annotations.NullMarked;
