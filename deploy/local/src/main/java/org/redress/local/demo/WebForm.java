package org.redress.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A complaint of a file as its invented customer would send it by the web portal. */
final class WebForm {

    private static final int SUBJECT = 200;
    private static final int REFERENCE = 100;

    private WebForm() {}

    /** The body of {@code POST /api/v1/cases}; the text goes whole, for intake to judge. */
    static ObjectNode of(FileLine.Complaint complaint) {
        ObjectNode form = Api.JSON.createObjectNode();
        form.put("channel", "WEB_PORTAL");
        if (complaint.id().matches("[!-~]{1," + REFERENCE + "}")) {
            form.put("channelRef", complaint.id());
        }
        form.putObject("customer")
                .put("name", (complaint.isChinese() ? "客户" : "Customer ") + complaint.number())
                .put("email", "demo.customer." + complaint.number() + "@example.com")
                .put("language", complaint.isChinese() ? "zh-CN" : "en");
        complaint.title().ifPresent(title -> form.put("subject", beginning(title)));
        form.put("description", complaint.text());
        return form;
    }

    /** The same for each attempt to send this line in this run, and for nothing else. */
    static String key(String run, FileLine.Complaint complaint) {
        String line = run + "/" + complaint.number() + "/" + complaint.id();
        return UUID.nameUUIDFromBytes(line.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** As much as intake takes, without half of a character at the end. */
    private static String beginning(String title) {
        if (title.length() <= SUBJECT) {
            return title;
        }
        int end = Character.isHighSurrogate(title.charAt(SUBJECT - 1)) ? SUBJECT - 1 : SUBJECT;
        return title.substring(0, end);
    }
}
