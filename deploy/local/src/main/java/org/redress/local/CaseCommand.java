package org.redress.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** {@code ./redress case}: how a case stands, and its story from all services. */
final class CaseCommand implements Command {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AGENT = "li.na";

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
            get(platform, Service.REPORTING, path + "/timeline").path("items").forEach(this::print);
            return 0;
        } catch (IOException e) {
            throw new StartFailure("The platform does not answer: ./redress up", e);
        }
    }

    private void print(JsonNode entry) {
        out.printf(
                "%-28s %s%n", entry.path("occurredAt").asText(), entry.path("sentence").asText());
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
            throw new StartFailure(
                    "%s answers %d: %s"
                            .formatted(
                                    service.id(),
                                    answer.statusCode(),
                                    body.path("detail").asText(body.path("title").asText())));
        }
        return body;
    }
}
