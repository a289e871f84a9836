package org.redress.platform.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class WordlessTest {

    @Test
    void the_log_tells_where_and_what_but_nobodys_words() {
        // given
        var failure =
                new IllegalStateException(
                        "Ms. Xyzzy", new SQLException("row of Ms. Xyzzy", "23505"));
        var log = new StringWriter();

        // when
        Wordless.of(failure).printStackTrace(new PrintWriter(log));

        // then
        assertThat(log.toString())
                .doesNotContain("Xyzzy")
                .contains("IllegalStateException", "java.sql.SQLException 23505", "WordlessTest");
    }
}
