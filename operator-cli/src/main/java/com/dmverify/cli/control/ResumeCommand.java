package com.dmverify.cli.control;

import com.dmverify.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dmverify resume}. */
@Command(
        name = "resume",
        description = {"Lets run again what stop has stopped."})
public final class ResumeCommand implements Callable<Integer> {

    @Mixin
    private final SwitchCall call;

    public ResumeCommand(Terminal terminal) {
        call = new SwitchCall(terminal);
    }

    @Override
    public Integer call() {
        return call.change("running");
    }
}
