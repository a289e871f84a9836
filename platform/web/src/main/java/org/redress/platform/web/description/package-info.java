/** What a service says of itself: its OpenAPI document and the answer at its root. */
@NullMarked
package org.redress.platform.web.description;

import org.jspecify.annotations.NullMarked;
