package org.redress.intake.customers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The language in which the company speaks to a customer. */
public enum Language {
    ZH_CN("zh-CN"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag, as it stands in JSON. */
    @JsonValue
    public String tag() {
        return tag;
    }

    @Override
    public String toString() {
        return tag;
    }

    /** The locale for dates and numbers. */
    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }
}
