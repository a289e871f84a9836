package org.redress.intake.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.redress.intake.forms.PlainText;

/** What the customer bought (requirement IN-07). */
@JsonInclude(Include.NON_NULL)
public record Product(
        @PlainText @Size(max = 100) @Nullable String model,
        @PlainText @Size(max = 100) @Nullable String serial,
        @PlainText @Size(max = 100) @Nullable String batch,
        @PlainText @Size(max = 100) @Nullable String orderNumber) {}
