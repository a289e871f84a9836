package org.redress.local.demo;

import java.time.Clock;
import java.util.List;
import org.redress.local.Command;
import org.redress.local.Platform;

/** {@code ./redress demo}: people and their cases on the platform that {@code up} started. */
public final class DemoCommand implements Command {

    private static final int LOST = 1;
    private static final int NOT_DONE = 2;

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String help() {
        return """
          demo                  play eighteen cases, from the customer's call to the closed case
             --file <f.jsonl>   register a case for each line {id, lang: zh or en, title?, text}
             --rate <n>         so many lines per second; else as fast as eight at a time go\
        """;
    }

    /**
     * Exit status 0 when every case came through, 1 when one got lost or stuck, 2 when the demo
     * could not be given.
     */
    @Override
    public int run(List<String> arguments) {
        Terminal terminal = Terminal.ofProcess(System.getenv());
        try {
            DemoOptions options = DemoOptions.read(arguments);
            Platform platform = Platform.of(Platform.Settings.ofCheckout(), _ -> {});
            return new Demo(platform, terminal, Clock.systemUTC()).give(options) ? 0 : LOST;
        } catch (DemoFailure e) {
            terminal.line(e.getMessage());
            return NOT_DONE;
        }
    }
}
