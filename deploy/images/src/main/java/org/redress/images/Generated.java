package org.redress.images;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The classes that Quarkus generated, with the keys of its recorded objects numbered anew in the
 * order of the classes. Quarkus numbers them as its build steps happen to run side by side, so that
 * no two builds are the same; what is recorded, and in which order, is.
 */
final class Generated {

    static final Path JAR = Path.of("quarkus", "generated-bytecode.jar");

    private static final Pattern KEY = Pattern.compile("proxykey\\d+");
    private static final int UTF8 = 1;

    private final Map<String, String> names = new HashMap<>();

    private Generated() {}

    /** Writes the same jar with other numbers; a key has the same one in all classes. */
    static Path renumbered(Path jar, Path into) throws IOException {
        var generated = new Generated();
        try (var from = new ZipFile(jar.toFile());
                var to = new ZipOutputStream(Files.newOutputStream(into))) {
            for (var entry : from.stream().toList()) {
                var written = new ZipEntry(entry.getName());
                written.setTimeLocal(entry.getTimeLocal());
                to.putNextEntry(written);
                byte[] content = from.getInputStream(entry).readAllBytes();
                to.write(
                        entry.getName().endsWith(".class")
                                ? generated.renumbered(content)
                                : content);
            }
        }
        return into;
    }

    /** Only the pool of constants tells the key; all else refers to its place there. */
    private byte[] renumbered(byte[] type) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(type));
        var bytes = new ByteArrayOutputStream(type.length);
        var out = new DataOutputStream(bytes);
        out.write(in.readNBytes(8));
        int end = in.readUnsignedShort();
        out.writeShort(end);
        for (int i = 1; i < end; i++) {
            int tag = in.readUnsignedByte();
            out.writeByte(tag);
            if (tag == UTF8) {
                out.writeUTF(renamed(in.readUTF()));
            } else {
                out.write(in.readNBytes(length(tag)));
            }
            if (isWide(tag)) {
                i++;
            }
        }
        in.transferTo(out);
        return bytes.toByteArray();
    }

    private String renamed(String text) {
        return KEY.matcher(text).matches()
                ? names.computeIfAbsent(text, _ -> "proxykey" + (names.size() + 1))
                : text;
    }

    /** A long or a double, which counts for two. */
    private static boolean isWide(int tag) {
        return tag == 5 || tag == 6;
    }

    /** Of a constant in bytes, without its tag (JVM specification, table 4.4-B). */
    private static int length(int tag) {
        return switch (tag) {
            case 5, 6 -> 8;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case 15 -> 3;
            case 7, 8, 16, 19, 20 -> 2;
            default -> throw new IllegalArgumentException("No constant has the tag " + tag);
        };
    }
}
