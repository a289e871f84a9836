package org.redress.local;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is to be read of a case: its story, the mail about it, its fact. */
final class StoryCommands {
    private static final String AGENT = "li.na";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** What the services take for {@code REDRESS_ZONE} when nobody says otherwise. */
    private static final String USUAL_ZONE = "Asia/Shanghai";

    private static final String FACTS = "redress.bi.case-facts";
    private static final String USUAL_FACTS = "10";

    private final PrintStream out;

    StoryCommands(PrintStream out) {
        this.out = out;
    }

    int mail(List<String> arguments) {
        Mailbox mailbox = Platform.ofCheckout().mailbox();
        List<String> names = arguments.stream().filter(word -> !word.equals("--open")).toList();
        if (names.size() > 1) {
            throw new Command.WrongUse("mail needs one person or address:");
        }
        try {
            if (names.isEmpty()) {
                List<String> recipients = mailbox.recipients();
                recipients.forEach(out::println);
                if (recipients.isEmpty()) {
                    out.println("Nobody has mail yet.");
                }
                return 0;
            }
            String name = names.getFirst();
            String address = name.contains("@") ? name : name + "@redress.example";
            List<MimeMessage> newest = mailbox.newestOf(address, 1);
            if (newest.isEmpty()) {
                out.printf("There is no mail for %s.%n", address);
                return 1;
            }
            show(address, newest.getFirst(), arguments.contains("--open"));
            return 0;
        } catch (UncheckedIOException e) {
            throw new Failure("The mail server does not answer: ./redress up", e);
        }
    }

    private void show(String address, MimeMessage mail, boolean opens) {
        String text = Mailbox.text(mail);
        String subject = Unchecked.get(mail::getSubject);
        out.printf("To: %s%nSubject: %s%n%n%s%n", address, subject, text.strip());
        if (opens) {
            Optional<String> link = Mailbox.acknowledgeLink(text);
            if (link.isEmpty()) {
                out.printf("%nThere is no acknowledge link in it.%n");
            } else if (!WorkCommands.isShown(link.get())) {
                out.printf("%nNo browser was found to open %s in.%n", link.get());
            }
        }
    }

    int story(List<String> arguments) {
        if (arguments.size() != 1 || !arguments.getFirst().matches("[\\w-]{1,40}")) {
            throw new Command.WrongUse("case needs the number of one case:");
        }
        Platform platform = Platform.ofCheckout();
        String path = "/api/v1/cases/" + arguments.getFirst();
        try {
            Person agent = platform.person(AGENT);
            JsonNode found = found(Service.INTAKE, agent.get(Service.INTAKE, path));
            out.printf(
                    "%s  %s  %s  %s%n%n",
                    found.path("caseNumber").asText(),
                    found.path("status").asText(),
                    found.path("assessment").path("severity").asText(""),
                    found.path("handling").path("ownerUnit").asText(""));
            ZoneId zone =
                    ZoneId.of(
                            platform.environment(Service.REPORTING)
                                    .getOrDefault("REDRESS_ZONE", USUAL_ZONE));
            found(Service.REPORTING, agent.get(Service.REPORTING, path + "/timeline"))
                    .path("items")
                    .forEach(entry -> out.println(line(entry, zone)));
            out.printf("%nTimes are those of %s.%n", zone);
            return 0;
        } catch (Person.Unreached | UncheckedIOException e) {
            throw new Failure("The platform does not answer: ./redress up", e);
        }
    }

    static JsonNode found(Service service, Answer answer) {
        if (answer.status() != 200) {
            throw new Failure("%s answers %s".formatted(service.id(), answer.reason()));
        }
        return answer.body();
    }

    /** In the zone of the sentence, which names times too. */
    static String line(JsonNode entry, ZoneId zone) {
        Instant at = Instant.parse(entry.path("occurredAt").asText());
        return TIME.withZone(zone).format(at) + "  " + entry.path("sentence").asText();
    }

    /** The latest state of the cases that changed last. */
    int facts(List<String> arguments) {
        if (arguments.size() > 1
                || !arguments.stream().allMatch(word -> word.matches("[1-9]\\d{0,5}"))) {
            throw new Command.WrongUse("facts takes a number, or nothing:");
        }
        int most = Integer.parseInt(arguments.isEmpty() ? USUAL_FACTS : arguments.getFirst());
        KafkaLogin login = Platform.ofCheckout().kafka(KafkaLogin.BI);
        if (!Ports.answers(Integer.parseInt(login.bootstrap().split(":", 2)[1]))) {
            throw new Failure(
                    "Kafka does not run on %s: ./redress up".formatted(login.bootstrap()));
        }
        Map<String, ConsumerRecord<String, byte[]>> latest = new LinkedHashMap<>();
        try (TopicReader reader = new TopicReader(login, FACTS).fromBeginning()) {
            reader.readToEnd(fact -> {
                if (fact.value() != null) {
                    latest.put(fact.key(), fact);
                }
            });
        }
        if (latest.isEmpty()) {
            out.println("There are no facts yet.");
        }
        latest.values().stream()
                .sorted(Comparator.comparing(ConsumerRecord::timestamp))
                .skip(Math.max(0, latest.size() - most))
                .forEach(fact -> out.println(new String(fact.value(), StandardCharsets.UTF_8)));
        return 0;
    }
}
