package org.redress.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** GreenMail: an SMTP server that keeps all mail in memory and shows it over HTTP. */
record MailComponent(int smtp, int api, Library library, StartupCache caches) implements Component {

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public List<Integer> ports() {
        return List.of(smtp, api);
    }

    @Override
    public String address() {
        return "smtp://" + Ports.LOOPBACK + ":" + smtp + ", http://" + Ports.LOOPBACK + ":" + api;
    }

    @Override
    public void prepare(Path log, Consumer<String> progress) {}

    @Override
    public List<String> command() {
        Path jar = library.mailServer();
        return JavaProgram.ofHeap(256)
                .with(caches.options(name(), jar))
                .with(
                        "-Dgreenmail.smtp.hostname=" + Ports.LOOPBACK,
                        "-Dgreenmail.smtp.port=" + smtp,
                        "-Dgreenmail.api.hostname=" + Ports.LOOPBACK,
                        "-Dgreenmail.api.port=" + api,
                        "-Dgreenmail.auth.disabled")
                .command("-jar", jar.toString());
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public boolean isReady() {
        return Ports.answers(smtp)
                && Http.isOk("http://" + Ports.LOOPBACK + ":" + api + "/api/service/readiness");
    }

    @Override
    public Duration startLimit() {
        return Duration.ofSeconds(60);
    }
}
