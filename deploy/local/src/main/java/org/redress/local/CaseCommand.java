package org.redress.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code ./redress case}: how a case stands, and its story from all services. */
final class CaseCommand implements Command {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AGENT = "li.na";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** What the services take for {@code REDRESS_ZONE} when nobody says otherwise. */
    private static final String USUAL_ZONE = "Asia/Shanghai";

    private final PrintStream out;

    CaseCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "case";
    }

    @Override
    public String help() {
        return "  case <number>         how a case stands, and its story from all services";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 1 || !arguments.getFirst().matches("[\\w-]{1,40}")) {
            throw new Redress.WrongUse("case needs the number of one case:");
        }
        Platform platform = Platform.of(Platform.Settings.ofCheckout(), _ -> {});
        String path = "/api/v1/cases/" + arguments.getFirst();
        try {
            JsonNode found = get(platform, Service.INTAKE, path);
            out.printf(
                    "%s  %s  %s  %s%n%n",
                    found.path("caseNumber").asText(),
                    found.path("status").asText(),
                    found.path("assessment").path("severity").asText(""),
                    found.path("handling").path("ownerUnit").asText(""));
            ZoneId zone = zone(platform);
            get(platform, Service.REPORTING, path + "/timeline")
                    .path("items")
                    .forEach(entry -> out.println(line(entry, zone)));
            out.printf("%nTimes are those of %s.%n", zone);
            return 0;
        } catch (IOException e) {
            throw new StartFailure("The platform does not answer: ./redress up", e);
        }
    }

    /** In the zone of the sentence, which names times too. */
    static String line(JsonNode entry, ZoneId zone) {
        return "%s  %s"
                .formatted(
                        TIME.withZone(zone)
                                .format(Instant.parse(entry.path("occurredAt").asText())),
                        entry.path("sentence").asText());
    }

    private static ZoneId zone(Platform platform) {
        return ZoneId.of(
                platform.environment(Service.REPORTING).getOrDefault("REDRESS_ZONE", USUAL_ZONE));
    }

    /** What is wrong, field by field where the answer says so. */
    static String refusal(Service service, int status, JsonNode problem) {
        String fields =
                problem.path("violations")
                        .valueStream()
                        .map(one -> one.path("field").asText() + " " + one.path("message").asText())
                        .collect(Collectors.joining("; "));
        String detail = problem.path("detail").asText(problem.path("title").asText());
        return "%s answers %d: %s"
                .formatted(service.id(), status, fields.isEmpty() ? detail : fields);
    }

    private static JsonNode get(Platform platform, Service service, String path)
            throws IOException {
        HttpResponse<String> answer =
                Http.send(
                        HttpRequest.newBuilder(URI.create(platform.url(service) + path))
                                .header("Accept", "application/json")
                                .header("Accept-Language", "en")
                                .header(
                                        "Authorization",
                                        "Bearer " + platform.logins().token(AGENT)));
        JsonNode body = JSON.readTree(answer.body());
        if (answer.statusCode() != 200) {
            throw new StartFailure(refusal(service, answer.statusCode(), body));
        }
        return body;
    }
}
