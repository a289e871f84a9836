package org.redress.local;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ./redress mail}: the last mail of somebody, as they read it. */
final class MailCommand implements Command {

    private static final Pattern LINK = Pattern.compile("http://\\S+/a/[\\w.\\-]+");

    private final PrintStream out;

    MailCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public String help() {
        return """
          mail <person>         the last mail of a person of staff (zhang.lei) or to an address
             --open             and its acknowledge link in the browser
          mail                  everybody who has mail\
        """;
    }

    @Override
    public int run(List<String> arguments) {
        Redress.WrongUse.refuseOptions(this, arguments, "--open");
        Mailbox mailbox = Platform.of(Platform.Settings.ofCheckout(), _ -> {}).mailbox();
        List<String> names = arguments.stream().filter(word -> !word.equals("--open")).toList();
        try {
            if (names.isEmpty()) {
                List<String> recipients = mailbox.recipients();
                recipients.forEach(out::println);
                if (recipients.isEmpty()) {
                    out.println("Nobody has mail yet.");
                }
                return 0;
            }
            if (names.size() > 1) {
                throw new Redress.WrongUse("mail needs one person or address:");
            }
            return show(address(names.getFirst()), mailbox, arguments.contains("--open"));
        } catch (UncheckedIOException e) {
            throw new StartFailure("The mail server does not answer: ./redress up", e);
        }
    }

    private int show(String address, Mailbox mailbox, boolean opens) {
        List<MimeMessage> newest = mailbox.newestOf(address, 1);
        if (newest.isEmpty()) {
            out.printf("There is no mail for %s.%n", address);
            return 1;
        }
        try {
            MimeMessage mail = newest.getFirst();
            String text = text(mail);
            out.printf("To: %s%nSubject: %s%n%n%s%n", address, mail.getSubject(), text.strip());
            if (opens) {
                openLinkOf(text);
            }
            return 0;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void openLinkOf(String text) {
        Matcher link = LINK.matcher(text);
        if (!link.find()) {
            out.printf("%nThere is no acknowledge link in it.%n");
        } else if (!Browser.show(link.group())) {
            out.printf("%nNo browser was found to open %s in.%n", link.group());
        }
    }

    private static String address(String name) {
        return name.contains("@") ? name : name + "@redress.example";
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                text.append(text(parts.getBodyPart(i)));
            }
            return text.toString();
        }
        return part.isMimeType("text/plain") ? part.getContent().toString() : "";
    }
}
