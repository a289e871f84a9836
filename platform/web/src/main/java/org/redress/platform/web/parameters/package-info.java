/**
 * Parameters of addresses and headers: nothing that the operation does not declare, each value in
 * the form of its type, each refusal by the parameter's name.
 */
@NullMarked
package org.redress.platform.web.parameters;

import org.jspecify.annotations.NullMarked;
