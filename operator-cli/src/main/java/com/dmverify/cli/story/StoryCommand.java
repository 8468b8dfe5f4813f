package com.dmverify.cli.story;

import com.dmverify.cli.api.ApiKeyOption;
import com.dmverify.cli.story.Story.Proof;
import com.dmverify.cli.terminal.CommandFailedException;
import com.dmverify.cli.terminal.HttpAddressConverter;
import com.dmverify.cli.terminal.Json;
import com.dmverify.cli.terminal.OutputOptions;
import com.dmverify.cli.terminal.Terminal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code dmverify story}. */
@Command(
        name = "story",
        description = {
            "Runs three verifications against a deployment whose X is the sandbox, step by step, with new users of the sandbox.",
            "Exit code 0 only if every step was as it must be."
        })
public final class StoryCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--against",
            required = true,
            paramLabel = "URL",
            converter = HttpAddressConverter.class,
            description = "verification-api, for instance http://localhost:8080.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private URI api;

    @Option(
            names = "--sandbox",
            required = true,
            paramLabel = "URL",
            converter = HttpAddressConverter.class,
            description = "The sandbox that is X for this deployment, for instance http://localhost:8090.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private URI sandbox;

    @Mixin
    private final ApiKeyOption key;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    public StoryCommand(Terminal terminal) {
        this.terminal = terminal;
        key = new ApiKeyOption(terminal);
    }

    @Override
    public Integer call() {
        Http platform = new Http(api, key.key());
        Http control = new Http(sandbox, null);
        try {
            List<Proof> proofs =
                    new Story(printer(), platform, control, new TimelineEvidence(platform), Cast.drawn(control)).run();
            if (output.json()) {
                proofs.forEach(proof -> terminal.out()
                        .println(Json.line(JsonNodeFactory.instance
                                .objectNode()
                                .put("verification_id", proof.verificationId())
                                .put("handle", proof.player().handle())
                                .put("user_id", proof.player().userId())
                                .put("status", "verified"))));
            } else {
                terminal.out().println("\nEvery step had the expected result.");
            }
            return 0;
        } catch (StoryFailedException e) {
            throw new CommandFailedException("The story failed: " + e.getMessage() + ".", e);
        } catch (UncheckedIOException e) {
            throw new CommandFailedException(
                    "No response from " + api + " or " + sandbox + ": " + e.getMessage() + ".", e);
        } catch (JacksonException e) {
            throw new CommandFailedException(
                    "The response is not that of verification-api or the sandbox: check --against and --sandbox.", e);
        }
    }

    private StoryPrinter printer() {
        return new StoryPrinter(
                output.json()
                        ? new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)
                        : terminal.out());
    }
}
