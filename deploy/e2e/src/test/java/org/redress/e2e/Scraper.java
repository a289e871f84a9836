package org.redress.e2e;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.redress.e2e.promql.Sample;
import org.redress.e2e.promql.Scrape;
import org.redress.local.Platform;
import org.redress.local.Service;

/** Scrapes all services as Prometheus does: what does not answer is not up. */
final class Scraper {

    private final Platform platform;

    Scraper(Platform platform) {
        this.platform = platform;
    }

    Scrape now() {
        var samples = new ArrayList<Sample>();
        for (var service : Service.values()) {
            samples.addAll(scrape(service));
        }
        return new Scrape(Instant.now(), samples);
    }

    private List<Sample> scrape(Service service) {
        var target = Map.of("job", service.id(), "pod", service.id() + "-0");
        try {
            var metrics = URI.create(platform.management(service) + "/q/metrics");
            var text = Person.exchange(HttpRequest.newBuilder(metrics)).body();
            return Scrape.read(text + "up 1\n", target);
        } catch (UncheckedIOException _) {
            return Scrape.read("up 0", target);
        }
    }
}
