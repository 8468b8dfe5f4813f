package com.dmverify.cli.control;

import com.dmverify.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dmverify stop}. */
@Command(
        name = "stop",
        description = {
            "Stops a tenant, an account, a target or a code key at once.",
            "tenant: nothing is started or sent again for it. account: it sends nothing, and orders wait until their"
                    + " deadline. target (a user id or @handle): nothing is started or sent again for it. code-key: no code"
                    + " of a key that leaked is accepted, made or sent; a resend makes a code of another key."
        })
public final class StopCommand implements Callable<Integer> {

    @Mixin
    private final SwitchCall call;

    public StopCommand(Terminal terminal) {
        call = new SwitchCall(terminal);
    }

    @Override
    public Integer call() {
        return call.change("stopped");
    }
}
