package com.dmverify.promises;

import com.dmverify.promises.crowd.Later;
import com.dmverify.promises.plan.Misfortune;
import com.dmverify.promises.stage.Service;
import com.dmverify.promises.stage.Stage;
import java.util.List;

/** Lets misfortunes happen, and repairs what they broke a while later. */
final class Fate {

    private final List<Misfortune> misfortunes;
    private final Stage stage;
    private final Later later;

    Fate(List<Misfortune> misfortunes, Stage stage, Later later) {
        this.misfortunes = misfortunes;
        this.stage = stage;
        this.later = later;
    }

    /** Somebody asks, and perhaps that is the moment. */
    void strikesWhenAsks(int number) {
        misfortunes.stream()
                .filter(misfortune -> misfortune.whenAsks() == number)
                .forEach(misfortune -> later.now(() -> strike(misfortune)));
    }

    private void strike(Misfortune misfortune) {
        switch (misfortune.kind()) {
            case SENDER_KILLED -> kill(stage.senders().get(misfortune.victim()), misfortune);
            case BOTH_SENDERS_KILLED -> stage.senders().forEach(sender -> kill(sender, misfortune));
            case API_KILLED -> kill(stage.api(), misfortune);
            case REDIS_KILLED -> {
                stage.redis().kill();
                later.in(misfortune.absence(), stage.redis()::start);
            }
            case REDIS_STOPPED -> {
                stage.redis().stop();
                later.in(misfortune.absence(), stage.redis()::start);
            }
            case BROKER_STOPPED -> {
                stage.kafka().stop();
                later.in(misfortune.absence(), stage.kafka()::start);
            }
        }
    }

    private void kill(Service service, Misfortune misfortune) {
        service.kill();
        later.in(misfortune.absence(), service::start);
    }
}
