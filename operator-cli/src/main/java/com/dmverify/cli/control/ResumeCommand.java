package com.dmverify.cli.control;

import com.dmverify.cli.api.ApiOptions;
import com.dmverify.cli.terminal.NotBlankConverter;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code dmverify resume}. */
@Command(
        name = "resume",
        description = {"Lets run again what stop has stopped."})
public final class ResumeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = SwitchCall.KINDS,
            converter = SwitchCall.KindConverter.class)
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private String kind;

    @Parameters(index = "1", paramLabel = "NAME", description = SwitchCall.NAMES, converter = NotBlankConverter.class)
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private String name;

    @Mixin
    private final ApiOptions options;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    public ResumeCommand(Terminal terminal) {
        this.terminal = terminal;
        options = new ApiOptions(terminal);
    }

    @Override
    public Integer call() {
        return SwitchCall.change(terminal, options, output, kind, name, "running");
    }
}
