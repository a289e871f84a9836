package org.redress.local;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kept mail over HTTP: {@code /api/user} has everybody with mail, {@code
 * /api/user/{address}/messages/INBOX} the mails of one, oldest first. {@code ?newest=n} leaves all
 * but the last ones out.
 */
final class MailDoor implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern INBOX = Pattern.compile("/api/user/([^/]+)/messages/INBOX");
    private static final Pattern NEWEST = Pattern.compile("newest=(\\d{1,6})");

    private final MailFolder mails;
    private final HttpServer server;

    private MailDoor(MailFolder mails, HttpServer server) {
        this.mails = mails;
        this.server = server;
    }

    static MailDoor open(MailFolder mails, int port) {
        var address = new InetSocketAddress(InetAddress.ofLiteral(Ports.LOOPBACK), port);
        HttpServer server = Unchecked.get(() -> HttpServer.create(address, 0));
        MailDoor door = new MailDoor(mails, server);
        server.createContext("/", door::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return door;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            Matcher inbox = INBOX.matcher(path);
            if (inbox.matches()) {
                inbox(exchange, URLDecoder.decode(inbox.group(1), StandardCharsets.UTF_8));
            } else if (path.equals("/api/user")) {
                users(exchange);
            } else {
                exchange.sendResponseHeaders(path.equals("/api/service/readiness") ? 200 : 404, -1);
            }
        }
    }

    private void users(HttpExchange exchange) throws IOException {
        try (JsonGenerator json = array(exchange)) {
            for (String address : mails.addresses()) {
                json.writePOJO(Map.of("login", address, "email", address));
            }
            json.writeEndArray();
        }
    }

    /** Written mail by mail: somebody on duty may have thousands. */
    private void inbox(HttpExchange exchange, String address) throws IOException {
        List<Path> files = newest(exchange, mails.of(address));
        try (JsonGenerator json = array(exchange)) {
            for (Path file : files) {
                try {
                    String source = Files.readString(file, StandardCharsets.ISO_8859_1);
                    String number = file.getFileName().toString().replace(".eml", "");
                    json.writePOJO(Map.of("uid", number, "mimeMessage", source));
                } catch (NoSuchFileException _) {
                    // forgotten in the meantime
                }
            }
            json.writeEndArray();
        }
    }

    private static List<Path> newest(HttpExchange exchange, List<Path> files) {
        String query = exchange.getRequestURI().getRawQuery();
        Matcher newest = NEWEST.matcher(query == null ? "" : query);
        return newest.matches()
                ? files.subList(
                        Math.max(0, files.size() - Integer.parseInt(newest.group(1))), files.size())
                : files;
    }

    private static JsonGenerator array(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        JsonGenerator json = JSON.createGenerator(exchange.getResponseBody());
        json.writeStartArray();
        return json;
    }
}
