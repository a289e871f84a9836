package org.redress.notification.mails;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The Qute templates of the jar's {@code templates} folder. Whatever goes into an HTML template is
 * escaped; a property that a model lacks is an error and not an empty place.
 */
@ApplicationScoped
public class Templates {
    private final Engine engine =
            Engine.builder()
                    .addDefaults()
                    .addValueResolver(new ReflectionValueResolver())
                    .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                    .addLocator(Templates::locate)
                    .strictRendering(true)
                    .removeStandaloneLines(false)
                    .build();

    /** Renders a template, such as {@code page.en.html}, with the properties of a model. */
    public String render(String name, Object model) {
        return engine.getTemplate(name).data(model).render();
    }

    private static Optional<TemplateLocation> locate(String name) {
        var resource = "/templates/" + name;
        var variant =
                Variant.forContentType(
                        name.endsWith(".html") ? Variant.TEXT_HTML : Variant.TEXT_PLAIN);
        return Templates.class.getResource(resource) == null
                ? Optional.empty()
                : Optional.of(new Location(resource, variant));
    }

    private record Location(String resource, Variant variant) implements TemplateLocation {
        @Override
        public Reader read() {
            var stream = Templates.class.getResourceAsStream(resource);
            if (stream == null) {
                throw new IllegalStateException(resource + " is not in the jar");
            }
            return new InputStreamReader(stream, StandardCharsets.UTF_8);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(variant);
        }
    }
}
