package org.redress.local;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is to be read of a case: its story, the mail about it, its fact. */
@Command
final class StoryCommands {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** What the services take for {@code REDRESS_ZONE} when nobody says otherwise. */
    private static final String USUAL_ZONE = "Asia/Shanghai";

    private static final String FACTS = "redress.bi.case-facts";

    @Command(
            description =
                    "the last mail of a person of staff (zhang.lei) or to an address; without a name, who has mail")
    static int mail(
            @Parameters(arity = "0..1", paramLabel = "<person>") @Nullable String person,
            @Option(names = "--open", description = "and its acknowledge link in the browser")
                    boolean open) {
        Mailbox mailbox = Platform.ofCheckout().mailbox();
        if (person == null) {
            List<String> recipients = mailbox.recipients();
            recipients.forEach(System.out::println);
            if (recipients.isEmpty()) {
                System.out.println("Nobody has mail yet.");
            }
            return 0;
        }
        String address = person.contains("@") ? person : person + "@redress.example";
        Optional<MimeMessage> newest = mailbox.newestFirst(address).findFirst();
        if (newest.isEmpty()) {
            System.out.printf("There is no mail for %s.%n", address);
            return 1;
        }
        show(address, newest.get(), open);
        return 0;
    }

    private static void show(String address, MimeMessage mail, boolean opens) {
        String text = Mailbox.text(mail);
        String subject = Unchecked.get(mail::getSubject);
        System.out.printf("To: %s%nSubject: %s%n%n%s%n", address, subject, text.strip());
        if (opens) {
            Optional<String> link = Mailbox.acknowledgeLink(text);
            if (link.isEmpty()) {
                System.out.printf("%nThere is no acknowledge link in it.%n");
            } else if (!WorkCommands.isShown(link.get())) {
                System.out.printf("%nNo browser was found to open %s in.%n", link.get());
            }
        }
    }

    @Command(name = "case", description = "how a case stands, and its story from all services")
    static void story(@Parameters(paramLabel = "<number>") String number) {
        Platform platform = Platform.ofCheckout();
        String path = "/api/v1/cases/" + URLEncoder.encode(number, StandardCharsets.UTF_8);
        try {
            Person agent = platform.person("li.na");
            JsonNode found = found(Service.INTAKE, agent.get(Service.INTAKE, path));
            System.out.printf(
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
                    .forEach(entry -> System.out.println(line(entry, zone)));
            System.out.printf("%nTimes are those of %s.%n", zone);
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

    @Command(description = "the facts of the cases that changed last, as the BI team reads them")
    static void facts(
            @Parameters(arity = "0..1", paramLabel = "<n>", defaultValue = "10") int most) {
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
            System.out.println("There are no facts yet.");
        }
        latest.values().stream()
                .sorted(Comparator.comparing(ConsumerRecord::timestamp))
                .skip(Math.max(0, latest.size() - most))
                .forEach(fact ->
                        System.out.println(new String(fact.value(), StandardCharsets.UTF_8)));
    }
}
