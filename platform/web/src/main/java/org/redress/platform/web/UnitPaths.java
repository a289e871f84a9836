package org.redress.platform.web;

import java.util.regex.Pattern;

/** Org units as paths from the top, {@code hq/outlets/east}; a unit includes all below it. */
public final class UnitPaths {

    private static final int MAX_LENGTH = 200;
    private static final Pattern FORM =
            Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*+(?:/[a-z0-9]+(?:-[a-z0-9]+)*+)*+");

    private UnitPaths() {}

    /** Whether it has the form of a path; a leading slash is not ours. */
    public static boolean isPath(String text) {
        return text.length() <= MAX_LENGTH && FORM.matcher(text).matches();
    }

    /** Whether the path is the unit or lies below it. */
    public static boolean isWithin(String path, String unit) {
        return path.equals(unit) || path.startsWith(unit + "/");
    }

    /** A path without the slash that Keycloak's group mapper puts before it. */
    static String normalised(String text) {
        return text.startsWith("/") ? text.substring(1) : text;
    }
}
