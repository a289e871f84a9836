package org.redress.local.demo;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.redress.local.KafkaLogin;
import org.redress.local.PartStatus;
import org.redress.local.Platform;
import org.redress.local.Service;

/** The demo on a running platform: it brings the people to the services' doors. */
final class Demo {

    private static final String AGENT = "li.na";
    private static final String OFFICER = "zhao.min";
    private static final String HANDLER = "chen.wei";
    private static final String MANAGER = "wang.fang";

    private final Platform platform;
    private final Terminal terminal;
    private final Clock clock;
    private final HttpClient http = Api.client();

    Demo(Platform platform, Terminal terminal, Clock clock) {
        this.platform = platform;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Whether every case came through. */
    boolean give(DemoOptions options) {
        if (options.file().isEmpty()) {
            return play();
        }
        return register(options.file().get(), options.rate());
    }

    private boolean play() {
        List<PlayedCase> script = Script.cases();
        checkPlatform();
        terminal.words(
                script.size()
                        + " cases through the public API, several at a time; each time is"
                        + " measured on this machine.");
        terminal.line("");
        try (FactWatch facts = FactWatch.from(platform.kafka(KafkaLogin.BI), clock)) {
            People people = new People(agent(), officer(), handler(), managers(), facts);
            Performance performance = new Performance(people, Narrator.on(terminal), clock);
            Summary summary = new Summary(performance.of(script, thisRun()));
            summary.on(terminal);
            return summary.isWhole();
        }
    }

    private boolean register(Path path, OptionalDouble rate) {
        ComplaintFile file = new ComplaintFile(path);
        checkPlatform();
        try (FactWatch facts = FactWatch.from(platform.kafka(KafkaLogin.BI), clock)) {
            Tally tally = new Tally(facts::of);
            FileRun run =
                    new FileRun(new Registrar(agent()), tally, new ProgressBoard(terminal), rate);
            Duration sending = run.send(file, thisRun());
            run.awaitFacts();
            FileReport report = new FileReport(terminal, tally);
            report.print(sending);
            if (run.isBrokenOff()) {
                throw new DemoFailure(
                        "Intake did not answer any more, so the rest of the file was not sent;"
                                + " see ./redress status.");
            }
            return report.isWhole();
        }
    }

    private Agent agent() {
        return new Agent(api(Service.INTAKE, AGENT), clock);
    }

    private Officer officer() {
        return new Officer(api(Service.TRIAGE, OFFICER));
    }

    private Handler handler() {
        return new Handler(api(Service.ESCALATION, HANDLER));
    }

    private Managers managers() {
        return new Managers(
                api(Service.NOTIFICATION, MANAGER),
                api(Service.ESCALATION, MANAGER),
                http,
                platform.mailbox()::of);
    }

    private Api api(Service service, String person) {
        return new Api(
                http,
                platform.url(service),
                new Token(() -> platform.logins().token(person), clock));
    }

    private String thisRun() {
        return Long.toString(clock.millis(), Character.MAX_RADIX);
    }

    private void checkPlatform() {
        for (PartStatus part : platform.status()) {
            if (part.health() != PartStatus.Health.READY) {
                throw new DemoFailure(
                        part.pid().isEmpty()
                                ? "The platform is not running: there is no %s. Run ./redress up first."
                                        .formatted(part.name())
                                : part.name() + " is not ready; see ./redress status.");
            }
        }
    }
}
