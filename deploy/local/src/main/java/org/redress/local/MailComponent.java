package org.redress.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** {@link MailProgram} in a process of its own: takes all mail, sends none, shows it over HTTP. */
record MailComponent(Path folder, int smtp, int api, Library library) implements Component {

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
        return JavaProgram.quick(96)
                .command(
                        "-cp",
                        library.ownClassPath(),
                        MailProgram.class.getName(),
                        folder.toString(),
                        Integer.toString(smtp),
                        Integer.toString(api));
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
