package org.redress.platform.web.log;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says in each line of the log, as {@code case}, which number the address of the request names. */
public class LogContext {

    private static final String CASE = "case";

    @ServerRequestFilter
    public void begin(UriInfo address) {
        var number = address.getPathParameters().getFirst("number");
        if (number != null && PathIds.isNumber(number)) {
            MDC.put(CASE, number);
        }
    }

    @ServerResponseFilter
    public void end(ContainerRequestContext request) {
        MDC.remove(CASE);
    }
}
