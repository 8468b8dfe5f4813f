package com.dmverify.promises;

import com.dmverify.promises.crowd.Later;
import com.dmverify.promises.plan.Misfortune;
import com.dmverify.promises.plan.Plan;
import com.dmverify.promises.poison.Poisoner;
import com.dmverify.promises.stage.Service;
import com.dmverify.promises.stage.Stage;

/** Lets misfortunes happen, and repairs what they broke a while later. Poison stays. */
final class Fate {

    private final Plan plan;
    private final Stage stage;
    private final Poisoner poisoner;
    private final Later later;

    Fate(Plan plan, Stage stage, Poisoner poisoner, Later later) {
        this.plan = plan;
        this.stage = stage;
        this.poisoner = poisoner;
        this.later = later;
    }

    /** Somebody asks, and perhaps that is the moment. */
    void strikesWhenAsks(int number) {
        plan.misfortunes().stream()
                .filter(misfortune -> misfortune.whenAsks() == number)
                .forEach(misfortune -> later.now(() -> strike(misfortune)));
        plan.poisons().stream()
                .filter(poison -> poison.whenAsks() == number)
                .forEach(poison -> later.now(() -> poisoner.puts(poison)));
    }

    private void strike(Misfortune misfortune) {
        switch (misfortune.kind()) {
            case SENDER_KILLED -> kill(stage.senders().get(misfortune.victim()), misfortune);
            case BOTH_SENDERS_KILLED -> stage.senders().forEach(sender -> kill(sender, misfortune));
            case API_KILLED -> kill(stage.api(), misfortune);
            case WEBHOOK_KILLED -> kill(stage.webhook(), misfortune);
            case REDIS_KILLED -> fall(stage.redis()::start, stage.redis()::kill, misfortune);
            case REDIS_STOPPED -> fall(stage.redis()::start, stage.redis()::stop, misfortune);
            case REDIS_FAILOVER -> {
                stage.redis().start();
                stage.redis().failover();
            }
            case BROKER_KILLED -> fall(stage.kafka()::start, stage.kafka()::kill, misfortune);
            case BROKER_STOPPED -> fall(stage.kafka()::start, stage.kafka()::stop, misfortune);
        }
    }

    /** What lies on the ground is put up first: one misfortune does not spare us the next. */
    private void fall(Runnable up, Runnable down, Misfortune misfortune) {
        up.run();
        down.run();
        later.in(misfortune.absence(), up);
    }

    private void kill(Service service, Misfortune misfortune) {
        service.kill();
        later.in(misfortune.absence(), service::start);
    }
}
