package org.redress.local;

import java.io.PrintStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/** {@code ./redress open}: the API of the services in a browser. */
final class OpenCommand implements Command {

    private final PrintStream out;

    OpenCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "open";
    }

    @Override
    public String help() {
        return "  open [service]        the API of a service (or of all five) in the browser";
    }

    @Override
    public int run(List<String> arguments) {
        List<Service> wanted =
                Arrays.stream(Service.values())
                        .filter(service ->
                                arguments.isEmpty() || arguments.equals(List.of(service.id())))
                        .toList();
        if (wanted.isEmpty()) {
            throw new Redress.WrongUse("open needs the name of a service, or nothing:");
        }
        Platform platform = Platform.of(Platform.Settings.ofCheckout(), _ -> {});
        for (Service service : wanted) {
            String url = platform.management(service) + "/q/swagger-ui";
            out.println(url);
            if (!Ports.answers(URI.create(url).getPort())) {
                out.println("  (nothing answers there: ./redress up)");
            } else if (!Browser.show(url)) {
                out.println("  (no browser was found to open it in)");
            }
        }
        return 0;
    }
}
