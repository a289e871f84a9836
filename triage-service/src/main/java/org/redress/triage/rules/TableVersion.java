package org.redress.triage.rules;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.kie.dmn.api.core.DMNModel;

/** Names the tables that judged, so that every judgement can be traced to their very text. */
final class TableVersion {

    private static final int HASH_DIGITS = 8;

    private TableVersion() {}

    /** The version in the models' namespaces, and the beginning of the files' SHA-256. */
    static String of(List<DMNModel> models, List<byte[]> files) {
        var versions = models.stream().map(TableVersion::inNamespace).distinct().toList();
        if (versions.size() != 1) {
            throw new IllegalStateException("Tables of different versions: " + versions);
        }
        return versions.getFirst() + "+" + hash(files);
    }

    private static String inNamespace(DMNModel model) {
        var steps = List.of(model.getNamespace().split("/", -1));
        return steps.get(steps.size() - 2);
    }

    private static String hash(List<byte[]> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
