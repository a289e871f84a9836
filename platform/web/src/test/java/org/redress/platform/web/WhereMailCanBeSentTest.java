package org.redress.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.platform.web.text.MailAddresses;

class WhereMailCanBeSentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.cc",
                "customer@example.com",
                "first.last+tag@mail.example.co.uk",
                "o'neil@example.com",
                "x_y-z@sub-domain.example",
                "info@bücher.example",
                "a@例子.中国"
            })
    void to_a_dot_atom_at_a_real_domain(String address) {
        assertThat(MailAddresses.isDeliverable(address)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "a",
                "@b.cc",
                "a@",
                "a@b",
                "a@localhost",
                "a@[127.0.0.1]",
                "a@127.0.0.1",
                "|/bin/sh@b.cc",
                "`id`@b.cc",
                "a..b@c.dd",
                ".a@b.cc",
                "a.@b.cc",
                "\"a b\"@c.dd",
                "a b@c.dd",
                "a@b..cc",
                "a@-b.cc",
                "a@b-.cc",
                "a@b.c",
                "a@b.cc\r\nBcc: x@y.zz",
                "a@b.cc,x@y.zz",
                "a%b@c.dd",
                "a@b@c.dd",
                "李雷@example.com",
                "a@b.cc ",
                "<a@b.cc>"
            })
    void and_to_nothing_else(String address) {
        assertThat(MailAddresses.isDeliverable(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 250, 100_000})
    void and_not_to_what_is_too_long(int length) {
        assertThat(MailAddresses.isDeliverable("a".repeat(length) + "@b.cc")).isFalse();
        assertThat(MailAddresses.isDeliverable("a@" + "b.".repeat(length) + "cc"))
                .isEqualTo(length == 65);
    }
}
