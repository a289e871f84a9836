package org.redress.platform.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.redress.platform.web.limits.RateLimited;

/** Doors that all together may be passed so often only. */
@Path("/gate")
@PermitAll
@RateLimited
public class Gate {

    @GET
    public String pass() {
        return "passed";
    }
}
