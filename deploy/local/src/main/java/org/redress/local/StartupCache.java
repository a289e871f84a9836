package org.redress.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The JDK's ahead-of-time cache (JEP 483, 514, 515) of each program. The first run records it and
 * writes it when it ends; later runs of the same jars on the same JDK start from it.
 *
 * @param folder where the caches are
 * @param records whether a run without a cache records one
 */
record StartupCache(Path folder, boolean records) {

    private static final String RECORD = "-XX:AOTCacheOutput=";

    /** The options with which a program of these jars uses its cache, or makes it. */
    List<String> options(String name, Path jars) {
        Path cache = file(name, jars);
        if (Files.exists(cache)) {
            return List.of("-XX:AOTCache=" + cache);
        }
        if (!records) {
            return List.of();
        }
        forgetOlder(name);
        return List.of(RECORD + cache);
    }

    /** Whether a program with this command line writes its cache when it ends. */
    static boolean isRecordedBy(List<String> command) {
        return command.stream().anyMatch(option -> option.startsWith(RECORD));
    }

    private Path file(String name, Path jars) {
        return folder.resolve(name + "-" + fingerprint(jars) + ".aot");
    }

    /** Changes whenever a jar or the JDK does; the JDK itself checks the class path once more. */
    private static String fingerprint(Path jars) {
        CRC32 sum = new CRC32();
        sum.update(System.getProperty("java.vm.version").getBytes(UTF_8));
        try (Stream<Path> files = Files.walk(jars)) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                sum.update(jar.toString().getBytes(UTF_8));
                sum.update(
                        ByteBuffer.allocate(2 * Long.BYTES)
                                .putLong(Files.size(jar))
                                .putLong(Files.getLastModifiedTime(jar).toMillis())
                                .flip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    private void forgetOlder(String name) {
        Folders.createPrivate(folder);
        try (Stream<Path> caches = Files.list(folder)) {
            for (Path old : caches.filter(file -> isOf(name, file)).toList()) {
                Files.delete(old);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOf(String name, Path file) {
        return file.getFileName().toString().startsWith(name + "-");
    }
}
