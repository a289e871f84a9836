package org.redress.intake.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.text.PlainLine;

/** What the customer bought (requirement IN-07). */
@JsonInclude(Include.NON_NULL)
public record Product(
        @PlainLine @Size(max = 100) @Nullable String model,
        @PlainLine @Size(max = 100) @Nullable String serial,
        @PlainLine @Size(max = 100) @Nullable String batch,
        @PlainLine @Size(max = 100) @Nullable String orderNumber) {}
