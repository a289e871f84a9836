package org.redress.platform.web.log;

import java.util.regex.Pattern;

/**
 * What of a path may stand in a log: ids alone, for people put telephone numbers into addresses.
 */
final class PathIds {

    /** The form of the numbers that people use, such as C-20261120-000123. */
    private static final Pattern NUMBER = Pattern.compile("[A-Z]-\\d{8}-\\d{5,18}");

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private PathIds() {}

    static boolean isNumber(String value) {
        return NUMBER.matcher(value).matches();
    }

    /** The value if it is an id, else a question mark. */
    static String shown(String value) {
        return isNumber(value) || UUID.matcher(value).matches() ? value : "?";
    }
}
