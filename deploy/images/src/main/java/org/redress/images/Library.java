package org.redress.images;

/**
 * A jar that somebody published, by its Maven coordinates.
 *
 * @param classifier empty for most
 */
record Library(String group, String artifact, String classifier, String type, String version) {

    /** Reads {@code group:artifact:classifier:type:version}. */
    static Library parse(String line) {
        String[] parts = line.strip().split(":", -1);
        return new Library(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    /** What Quarkus calls the file. */
    String fileName() {
        String behind = classifier.isEmpty() ? "" : "-" + classifier;
        return "%s.%s-%s%s.%s".formatted(group, artifact, version, behind, type);
    }

    /** The package URL, by which databases of vulnerabilities know it. */
    String purl() {
        String qualifiers = classifier.isEmpty() ? "" : "classifier=" + classifier + "&";
        return "pkg:maven/%s/%s@%s?%stype=%s"
                .formatted(group, artifact, version.replace("+", "%2B"), qualifiers, type);
    }
}
