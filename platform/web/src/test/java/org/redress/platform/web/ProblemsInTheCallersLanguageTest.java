package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.redress.platform.web.Callers.potter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WithDoors
class ProblemsInTheCallersLanguageTest {

    @Test
    void title_detail_and_violations_are_chinese_for_whoever_reads_chinese() {
        potter().header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5")
                .body("{\"text\": \"　\"}")
                .post("/shelf")
                .then()
                .statusCode(400)
                .header("Content-Language", equalTo("zh-CN"))
                .header("Vary", equalTo("Accept-Language"))
                .body("code", equalTo("field-invalid"))
                .body("title", equalTo("请求有误"))
                .body("detail", equalTo("请求无效。"))
                .body("violations.message", hasItem("不能为空白，也不能含有控制字符"));
    }

    @Test
    void the_validators_own_words_come_in_chinese_too() {
        potter().header("Accept-Language", "zh-CN")
                .get("/shelf?limit=0")
                .then()
                .statusCode(400)
                .body("violations.message", hasItem("最小不能小于1"));
        potter().header("Accept-Language", "zh-CN")
                .get("/jars/nowhere/at/all")
                .then()
                .statusCode(404)
                .body("detail", equalTo("该地址不存在。"));
    }

    @Test
    void others_read_english() {
        potter().header("Accept-Language", "de")
                .get("/shelf?limit=0")
                .then()
                .header("Content-Language", equalTo("en"))
                .body("violations.message", hasItem("must be greater than or equal to 1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    zh                | true
                    zh-CN,en;q=0.5    | true
                    en,zh;q=0.5       | false
                    zh;q=0.5,en       | false
                    zh-Hant-TW        | true
                    de,zh;q=0.3       | true
                    *                 | false
                    ;;;               | false
                    -                 | false
                    """)
    void the_better_language_wins(String header, boolean chinese) {
        assertThat(ProblemLanguage.prefersChinese(header)).isEqualTo(chinese);
    }
}
