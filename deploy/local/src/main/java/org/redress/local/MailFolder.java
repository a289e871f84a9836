package org.redress.local;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Mail on disk, a folder for each address. When it becomes too much the oldest is forgotten, so
 * that neither the heap nor the disk ends a long soak.
 */
final class MailFolder {

    private final Path folder;
    private final long mostBytes;
    private final int mostMails;
    private final Deque<Kept> oldestFirst = new ArrayDeque<>();
    private final Map<String, Deque<Kept>> byAddress = new LinkedHashMap<>();
    private long bytes;
    private long last;

    private record Kept(String address, long number, long bytes) {}

    /** What was kept there before is found again. */
    MailFolder(Path folder, long mostBytes, int mostMails) {
        this.folder = Folders.createPrivate(folder);
        this.mostBytes = mostBytes;
        this.mostMails = mostMails;
        Unchecked.run(() -> {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".eml"))
                        .map(MailFolder::found)
                        .sorted(Comparator.comparingLong(Kept::number))
                        .forEach(this::note);
            }
        });
    }

    /** Keeps a mail as it came (RFC 5322), on disk when this returns. */
    synchronized void keep(String address, byte[] source) {
        Kept mail = new Kept(address.toLowerCase(Locale.ROOT), last + 1, source.length);
        Path file = file(mail);
        Unchecked.run(() -> {
            Files.createDirectories(file.getParent());
            Files.write(file, source);
            note(mail);
            while (bytes > mostBytes || oldestFirst.size() > mostMails) {
                forgetOldest();
            }
        });
    }

    synchronized List<String> addresses() {
        return List.copyOf(byAddress.keySet());
    }

    /** The files of an address, oldest first; one that is gone when it is opened was forgotten. */
    synchronized List<Path> of(String address) {
        List<Path> files = new ArrayList<>();
        byAddress
                .getOrDefault(address.toLowerCase(Locale.ROOT), new ArrayDeque<>())
                .forEach(mail -> files.add(file(mail)));
        return files;
    }

    private void note(Kept mail) {
        oldestFirst.add(mail);
        byAddress.computeIfAbsent(mail.address(), _ -> new ArrayDeque<>()).add(mail);
        bytes += mail.bytes();
        last = mail.number();
    }

    private void forgetOldest() throws IOException {
        Kept oldest = oldestFirst.remove();
        Deque<Kept> ofAddress = byAddress.get(oldest.address());
        ofAddress.remove();
        bytes -= oldest.bytes();
        Files.deleteIfExists(file(oldest));
        if (ofAddress.isEmpty()) {
            byAddress.remove(oldest.address());
            Files.deleteIfExists(file(oldest).getParent());
        }
    }

    private Path file(Kept mail) {
        return folder.resolve(URLEncoder.encode(mail.address(), StandardCharsets.UTF_8))
                .resolve(mail.number() + ".eml");
    }

    private static Kept found(Path file) {
        String name = file.getFileName().toString();
        return new Kept(
                URLDecoder.decode(
                        file.getParent().getFileName().toString(), StandardCharsets.UTF_8),
                Long.parseLong(name.substring(0, name.indexOf('.'))),
                file.toFile().length());
    }
}
