package org.redress.notification.acknowledge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The button works in every browser. A page that tells nobody where it came from is answered from
 * {@code Origin: null}, and one behind an ingress from another scheme than the service sees; CORS
 * refuses both. What this door permits is in the link alone, so it asks for no origin.
 */
@ApplicationScoped
class LinksOfAnyOrigin {
    private static final int BEFORE_CORS = 1_000;

    void register(@Observes Filters filters) {
        filters.register(LinksOfAnyOrigin::forgetOrigin, BEFORE_CORS);
    }

    private static void forgetOrigin(RoutingContext routing) {
        if (routing.normalizedPath().startsWith("/a/")) {
            routing.request().headers().remove("Origin");
        }
        routing.next();
    }
}
