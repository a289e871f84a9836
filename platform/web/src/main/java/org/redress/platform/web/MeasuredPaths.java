package org.redress.platform.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Measures a request that no door was found for under one name. Under its own path it would show
 * whatever somebody put there (live links among it), and a hundred such paths would end the
 * measuring.
 */
@ApplicationScoped
class MeasuredPaths {

    static final String UNMATCHED = "UNMATCHED";

    /** Where the framework looks for the template of the matched door, and puts it. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private static final int BEFORE_EVERYTHING = 20_000;

    void register(@Observes Filters filters) {
        filters.register(this::name, BEFORE_EVERYTHING);
    }

    private void name(RoutingContext routing) {
        ((HttpServerRequestInternal) routing.request()).context().putLocal(TEMPLATE, UNMATCHED);
        routing.next();
    }
}
