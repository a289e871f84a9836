package org.redress.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.local.Failure;
import org.redress.local.demo.FileLine.Bad;
import org.redress.local.demo.FileLine.Complaint;

class AFileIsReadLineByLineTest {

    @TempDir Path folder;

    @Test
    void aLineIsAComplaintWithOrWithoutATitle() {
        assertThat(
                        FileLine.read(
                                1,
                                "{\"id\":\"zh-1\",\"lang\":\"zh\",\"title\":\"漏电\",\"text\":\"触电了\"}"))
                .isEqualTo(new Complaint(1, "zh-1", true, Optional.of("漏电"), "触电了"));
        assertThat(FileLine.read(2, "{\"id\":7,\"lang\":\"en\",\"text\":\"It leaks.\",\"more\":1}"))
                .isEqualTo(new Complaint(2, "7", false, Optional.empty(), "It leaks."));
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
    void aBadLineSaysWhatIsWrong(String line, String why) {
        assertThat(FileLine.read(3, line)).isEqualTo(new Bad(3, why));
    }

    @Test
    void aBrokenLineIsTheOnlyOneThatIsLost() throws IOException {
        // given
        Path path = folder.resolve("mixed.jsonl");
        Files.writeString(
                path,
                "\ufeff{\"id\":\"a\",\"lang\":\"en\",\"text\":\"one\"}\n\n{oops\n"
                        + "{\"id\":\"b\",\"lang\":\"en\",\"text\":\"two\"}");
        // when
        List<FileLine> lines = new ArrayList<>();
        FileLine.readAll(path, lines::add);
        // then
        assertThat(lines)
                .containsExactly(
                        new Complaint(1, "a", false, Optional.empty(), "one"),
                        new Bad(3, "is not JSON"),
                        new Complaint(4, "b", false, Optional.empty(), "two"));
    }

    @Test
    void bytesThatAreNoTextDoNotEndTheRun() throws IOException {
        // given
        Path path = folder.resolve("latin.jsonl");
        Files.write(
                path,
                "{\"id\":\"a\",\"lang\":\"en\",\"text\":\"caf\u00e9\"}\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
        // when
        List<FileLine> lines = new ArrayList<>();
        FileLine.readAll(path, lines::add);
        // then
        assertThat(lines)
                .containsExactly(new Complaint(1, "a", false, Optional.empty(), "caf\ufffd"));
    }

    @Test
    void aMissingFileIsOneSentence() {
        assertThatThrownBy(() -> FileLine.requireReadable(folder.resolve("none.jsonl")))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("There is no file ");
    }

    @Test
    void aComplaintIsSentWholeWithASubjectThatFits() {
        // given
        String text = "长".repeat(40_000);
        Complaint complaint = new Complaint(12, "zh-1", true, Optional.of("题".repeat(300)), text);
        // when
        var form = complaint.form();
        // then
        assertThat(form.path("description").asText()).isEqualTo(text);
        assertThat(form.path("subject").asText()).hasSize(200);
        assertThat(form.at("/customer/language").asText()).isEqualTo("zh-CN");
        assertThat(form.path("channelRef").asText()).isEqualTo("zh-1");
    }

    @Test
    void theKeyIsTheSameOnlyForTheSameLineOfTheSameRun() {
        Complaint first = new Complaint(1, "a", false, Optional.empty(), "one");
        Complaint second = new Complaint(2, "a", false, Optional.empty(), "one");

        assertThat(first.key("r1"))
                .isEqualTo(first.key("r1"))
                .isNotEqualTo(second.key("r1"))
                .isNotEqualTo(first.key("r2"));
    }
}
