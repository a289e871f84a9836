package org.redress.platform.web;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Leaves the host out of {@code Location}: the framework takes it from the request's {@code Host}
 * header, which anybody may set to anything. A client resolves the rest against the address that it
 * called (RFC 9110 §10.2.2).
 */
public class RelativeLocation {

    @ServerResponseFilter
    public void cut(ContainerResponseContext answer) {
        var location = answer.getHeaderString(HttpHeaders.LOCATION);
        if (location != null) {
            answer.getHeaders().putSingle(HttpHeaders.LOCATION, withoutHost(location));
        }
    }

    static String withoutHost(String location) {
        var uri = URI.create(location);
        if (uri.getHost() == null && uri.getAuthority() == null) {
            return location;
        }
        var query = uri.getRawQuery();
        return uri.getRawPath() + (query == null ? "" : "?" + query);
    }
}
