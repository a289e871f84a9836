package org.redress.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.local.Failure;

class AFileIsReadLineByLineTest {

    @TempDir Path folder;

    @Test
    void a_line_is_a_complaint_with_or_without_a_title() {
        assertThat(
                        Complaint.read(
                                1,
                                "{\"id\":\"zh-1\",\"lang\":\"zh\",\"title\":\"漏电\",\"text\":\"触电了\"}"))
                .isEqualTo(new Complaint(1, "zh-1", true, "漏电", "触电了"));
        assertThat(
                        Complaint.read(
                                2, "{\"id\":7,\"lang\":\"en\",\"text\":\"It leaks.\",\"more\":1}"))
                .isEqualTo(new Complaint(2, "7", false, "", "It leaks."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":        | is not JSON",
                "[1]             | is not a JSON object",
                "\"text\"        | is not a JSON object",
                "{\"lang\":\"fr\",\"text\":\"Il fuit.\"} | has a lang other than zh and en",
                "{\"text\":\"It leaks.\"}                | has a lang other than zh and en",
                "{\"lang\":\"en\"}                       | has no text",
                "{\"lang\":\"en\",\"text\":\" \"}        | has no text",
                "{\"lang\":\"en\",\"text\":5}            | has no text"
            })
    void a_bad_line_says_what_is_wrong(String line, String why) {
        assertThatThrownBy(() -> Complaint.read(3, line))
                .isInstanceOf(Failure.class)
                .hasMessage(why);
    }

    @Test
    void bytes_that_are_no_text_do_not_end_the_run() throws IOException {
        // given
        Path path = folder.resolve("latin.jsonl");
        Files.write(
                path, "\u00ef\u00bb\u00bfcaf\u00e9\n\ntwo".getBytes(StandardCharsets.ISO_8859_1));
        // then
        assertThat(FileRun.lines(path)).containsExactly("caf\ufffd", "", "two");
    }

    @Test
    void a_missing_file_is_one_sentence() {
        assertThatThrownBy(() -> FileRun.lines(folder.resolve("none.jsonl")))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("There is no file ");
    }

    @Test
    void a_complaint_is_sent_whole_with_a_subject_that_fits() {
        // given
        String text = "长".repeat(40_000);
        Complaint complaint = new Complaint(12, "zh-1", true, "题".repeat(300), text);
        // when
        var form = complaint.form();
        // then
        assertThat(form.path("description").asText()).isEqualTo(text);
        assertThat(form.path("subject").asText()).hasSize(200);
        assertThat(form.at("/customer/language").asText()).isEqualTo("zh-CN");
        assertThat(form.path("channelRef").asText()).isEqualTo("zh-1");
    }
}
