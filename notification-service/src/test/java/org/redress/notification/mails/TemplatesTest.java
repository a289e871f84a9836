package org.redress.notification.mails;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.qute.TemplateException;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    private record Half(String reference) {}

    @Test
    void a_property_that_a_model_lacks_is_an_error_and_not_an_empty_place() {
        assertThatThrownBy(() -> new Templates().render("news.en.html", new Half("C-1")))
                .isInstanceOf(TemplateException.class);
    }
}
