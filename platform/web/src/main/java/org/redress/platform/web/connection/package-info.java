/**
 * What becomes of a connection before there is a request: how long its head and body may take, and
 * what is said to one that can't be read. The framework offers no door there; the server's
 * transport, which Vert.x lets one exchange, is the nearest.
 */
@NullMarked
package org.redress.platform.web.connection;

import org.jspecify.annotations.NullMarked;
