package com.dmverify.allinone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts at the root start every JVM with the English locale, because a Kafka broker does not start with the Turkish one. */
class LauncherTest {

    private static final List<String> PINS = List.of("-Duser.language=en", "-Duser.country=US", "-Duser.extensions=");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Duser.language=tr",
                "-Duser.language=fa -Duser.country=IR",
                "-Duser.language=ar -Duser.country=EG -Duser.extensions=u-nu-arab",
                "-Duser.language=bn -Duser.script=Beng"
            })
    void theLocaleIsPinnedWhateverTheEnvironmentSays(String options) throws Exception {
        String settings = run(
                options,
                ". .mvn/find-jdk.sh && find_jdk && "
                        + "\"$JAVA_HOME/bin/java\" $JAVA_LOCALE -XshowSettings:locale -version 2>&1");

        assertThat(settings.lines().map(String::strip))
                .contains(
                        "default locale = English (United States)", "default format locale = English (United States)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quickstart", "dmverify", "benchmark"})
    void everyLauncherPinsTheLocale(String launcher) {
        assertThat(Yaml.text(launcher)).contains("\"$JAVA_HOME/bin/java\" $JAVA_LOCALE");
    }

    @Test
    void mavenPinsTheLocale() {
        assertThat(Yaml.text(".mvn/jvm.config")).contains(PINS);
        assertThat(Yaml.text(".mvn/find-jdk.sh")).contains(PINS);
    }

    private static String run(String options, String script) throws IOException, InterruptedException {
        ProcessBuilder shell =
                new ProcessBuilder("bash", "-c", script).directory(Path.of("..").toFile());
        shell.environment().put("JAVA_TOOL_OPTIONS", options);
        shell.environment().put("LC_ALL", "tr_TR.UTF-8");
        Process process = shell.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
