package org.redress.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An image as a container runtime lays it out: its layers, each checked against the digest that the
 * configuration names, unpacked in order into one folder.
 *
 * @param config what the image says of itself
 * @param layers what is in each layer, the lowest first
 */
record UnpackedImage(JsonNode config, List<List<TarArchiveEntry>> layers, Path root) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static UnpackedImage of(Path tar, Path folder) throws IOException {
        Path parts = folder.resolve("parts");
        Path root = Files.createDirectories(folder.resolve("root"));
        unpack(new BufferedInputStream(Files.newInputStream(tar)), parts);
        JsonNode manifest = JSON.readTree(parts.resolve("manifest.json").toFile()).get(0);
        JsonNode config = JSON.readTree(parts.resolve(manifest.path("Config").asText()).toFile());
        List<List<TarArchiveEntry>> layers = new ArrayList<>();
        for (JsonNode layer : manifest.path("Layers")) {
            MessageDigest digest = sha256();
            var content =
                    new DigestInputStream(
                            new GZIPInputStream(
                                    Files.newInputStream(parts.resolve(layer.asText())), 1 << 16),
                            digest);
            layers.add(unpack(content, root));
            String promised = config.at("/rootfs/diff_ids/" + (layers.size() - 1)).asText();
            if (!promised.equals("sha256:" + HexFormat.of().formatHex(digest.digest()))) {
                throw new IOException("Layer " + layers.size() + " is not " + promised);
            }
        }
        return new UnpackedImage(config, layers, root);
    }

    /** What a process in it has from it: {@code Env}, {@code User}, {@code Entrypoint}, … */
    JsonNode process() {
        return config.path("config");
    }

    List<String> entryPoint() {
        return texts(process().path("Entrypoint"));
    }

    /** Lines {@code NAME=value}. */
    List<String> environment() {
        return texts(process().path("Env"));
    }

    /** Where a path of the image lies in the folder. */
    Path at(String path) {
        return root.resolve(path.substring(1));
    }

    List<String> paths(Layer layer) {
        return layers.get(List.of(Layer.values()).indexOf(layer)).stream()
                .filter(entry -> !entry.isDirectory())
                .map(TarArchiveEntry::getName)
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static List<TarArchiveEntry> unpack(InputStream packed, Path into) throws IOException {
        List<TarArchiveEntry> found = new ArrayList<>();
        try (var tar = new TarArchiveInputStream(packed)) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                found.add(entry);
                Path path = into.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path);
                }
            }
            packed.transferTo(OutputStream.nullOutputStream());
        }
        return found;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
