package org.redress.local;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;

/**
 * Writes a {@link Mailbox}. When it becomes too much the oldest mail is forgotten, so that neither
 * the heap nor the disk ends a long soak.
 */
final class BoundedMailbox {
    private final Mailbox mailbox;
    private final long mostBytes;
    private final int mostMails;
    private final Deque<Kept> oldestFirst = new ArrayDeque<>();
    private long bytes;
    private long last;

    private record Kept(Path file, long bytes) {}

    /** What was kept there before is found again. */
    BoundedMailbox(Path folder, long mostBytes, int mostMails) {
        this.mailbox = new Mailbox(Folders.createPrivate(folder));
        this.mostBytes = mostBytes;
        this.mostMails = mostMails;
        Mailbox.files(folder)
                .flatMap(Mailbox::mails)
                .sorted(Comparator.comparing(Mailbox::number))
                .forEach(this::note);
    }

    /** Keeps a mail as it came, whole on disk when this returns. */
    synchronized void keep(String address, byte[] source) {
        Path file = mailbox.folderOf(address).resolve(Mailbox.named(last + 1));
        Path fresh = file.resolveSibling("new");
        Unchecked.run(() -> {
            Files.createDirectories(file.getParent());
            Files.write(fresh, source);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            note(file);
            while (bytes > mostBytes || oldestFirst.size() > mostMails) {
                forgetOldest();
            }
        });
    }

    private void note(Path file) {
        Kept mail = new Kept(file, file.toFile().length());
        oldestFirst.add(mail);
        bytes += mail.bytes();
        last = Mailbox.number(file);
    }

    private void forgetOldest() throws IOException {
        Kept oldest = oldestFirst.remove();
        bytes -= oldest.bytes();
        Files.deleteIfExists(oldest.file());
        try {
            Files.delete(oldest.file().getParent());
        } catch (DirectoryNotEmptyException _) {
            // there is newer mail for the same address
        }
    }
}
