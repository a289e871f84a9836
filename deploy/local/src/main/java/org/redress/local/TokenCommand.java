package org.redress.local;

import java.io.PrintStream;
import java.util.List;

/** {@code ./redress token}: an access token, for curl. */
final class TokenCommand implements Command {

    private final PrintStream out;

    TokenCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "token";
    }

    @Override
    public String help() {
        return "  token <user>          an access token of a demo user, valid for five minutes";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new Redress.WrongUse("token needs the name of a user:");
        }
        Platform platform = Platform.of(Platform.Settings.ofCheckout(), _ -> {});
        try {
            out.println(platform.logins().token(arguments.getFirst()));
            return 0;
        } catch (IllegalStateException _) {
            throw new StartFailure(
                    "There is no user %s with the demo password.".formatted(arguments.getFirst()));
        } catch (java.io.UncheckedIOException e) {
            throw new StartFailure("Keycloak does not answer: ./redress up", e);
        }
    }
}
