package org.redress.platform.web.description;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The schemas that all documents share. */
final class Schemas {

    static final String PROBLEM = "Problem";
    static final String VIOLATION = "Violation";

    private Schemas() {}

    static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    /** RFC 9457, with a code for machines and the fields that are wrong. */
    static Schema problem() {
        return object("What went wrong (RFC 9457)")
                .addProperty("type", text().addExample("about:blank"))
                .addProperty("title", text().description("The status in words"))
                .addProperty(
                        "status",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).format("int32"))
                .addProperty(
                        "code",
                        text().description(
                                        "What went wrong, for a machine; it stays when the words change")
                                .addExample("field-invalid"))
                .addProperty("detail", text().description("What the caller can do about it"))
                .addProperty(
                        "violations",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .description("The fields that are wrong; absent where no field is")
                                .items(
                                        OASFactory.createSchema()
                                                .ref("#/components/schemas/" + VIOLATION)))
                .addRequired("type")
                .addRequired("title")
                .addRequired("status")
                .addRequired("code")
                .addRequired("detail");
    }

    static Schema violation() {
        return object("One wrong field")
                .addProperty("field", text().description("Its path in the request"))
                .addProperty("message", text().description("What is wrong with it"))
                .addRequired("field")
                .addRequired("message");
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }
}
