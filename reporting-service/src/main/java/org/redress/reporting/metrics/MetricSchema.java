package org.redress.reporting.metrics;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Describes the figures of a daily metric, which no field names. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class MetricSchema implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var metric = api.getComponents().getSchemas().get(DailyMetric.class.getSimpleName());
        metric.removeProperty("figures");
        for (var figure : Figure.ALL) {
            metric.addProperty(figure.name(), schema(figure));
        }
    }

    private static Schema schema(Figure figure) {
        return figure.isWhole()
                ? OASFactory.createSchema().addType(SchemaType.INTEGER).format("int32")
                : OASFactory.createSchema().addType(SchemaType.NUMBER).format("double");
    }
}
