package org.redress.reporting;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The title page of the API. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Redress reporting",
                        version = "1",
                        description =
                                "Daily metrics and the timeline of a case. Times are UTC, days are"
                                        + " the tenant's. Every error is a problem (RFC 9457)."),
        security = @SecurityRequirement(name = "token"))
@SecurityScheme(
        securitySchemeName = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT")
public class ReportingApi extends Application {}
