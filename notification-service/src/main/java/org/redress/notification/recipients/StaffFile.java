package org.redress.notification.recipients;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.platform.web.text.MailAddresses;

/** Reads {@code staff.yaml} and says everything that is wrong with it at once. */
record StaffFile(List<StaffMember> staff) {
    private static final JsonMapper YAML = JsonMapper.builder(new YAMLFactory()).build();
    private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

    record Line(
            @Nullable String id,
            @Nullable Name name,
            @Nullable String language,
            @Nullable String email) {}

    /** One name for all readers, or one in each language. */
    record Name(@Nullable String zh, @Nullable String en) {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        Name(@JsonProperty("zh") @Nullable String zh, @JsonProperty("en") @Nullable String en) {
            this.zh = zh;
            this.en = en;
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Name of(String name) {
            return new Name(name, name);
        }
    }

    record Lines(@Nullable List<Line> staff) {}

    /**
     * The people in the text of a staff file.
     *
     * @throws IllegalArgumentException naming every line that is not right
     */
    static StaffFile read(String yaml) {
        var problems = new ArrayList<String>();
        var staff = new ArrayList<StaffMember>();
        Set<String> seen = new HashSet<>();
        for (Line line : lines(yaml)) {
            var before = problems.size();
            var who = "person " + (line.id() == null ? "without id" : line.id());
            var language = languageOf(line);
            if (line.id() == null || !ID.matcher(line.id()).matches()) {
                problems.add(who + ": id must be like wang.fang");
            } else if (!seen.add(line.id())) {
                problems.add(who + ": is there twice");
            }
            var name = nameOf(line);
            if (name == null) {
                problems.add(who + ": name is missing, or one of its languages is");
            }
            if (language == null) {
                problems.add(who + ": language must be zh-CN or en");
            }
            if (line.email() == null || !MailAddresses.isDeliverable(line.email())) {
                problems.add(who + ": email is not an address");
            }
            if (problems.size() == before) {
                staff.add(new StaffMember(line.id(), name, language, line.email()));
            }
        }
        if (staff.isEmpty() && problems.isEmpty()) {
            problems.add("nobody is in it");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("staff file: " + String.join("; ", problems));
        }
        return new StaffFile(List.copyOf(staff));
    }

    private static List<Line> lines(String yaml) {
        try {
            var staff = YAML.readValue(yaml, Lines.class).staff();
            return staff == null ? List.of() : staff;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("staff file: " + e.getOriginalMessage(), e);
        }
    }

    private static @Nullable PersonName nameOf(Line line) {
        var name = line.name();
        return name == null || isBlank(name.zh()) || isBlank(name.en())
                ? null
                : new PersonName(name.zh(), name.en());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static @Nullable Language languageOf(Line line) {
        try {
            return line.language() == null ? null : Language.of(line.language());
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
