package com.dmverify.guarantees;

import com.dmverify.guarantees.deployment.Deployment;
import com.dmverify.guarantees.deployment.ServiceProcess;
import com.dmverify.guarantees.people.TaskRunner;
import com.dmverify.guarantees.plan.Plan;
import com.dmverify.guarantees.plan.PlannedFault;
import com.dmverify.guarantees.poison.Poisoner;

/** Injects the planned faults and poisonous records, and restarts each failed part after its downtime. */
final class FaultInjector {

    private final Plan plan;
    private final Deployment deployment;
    private final Poisoner poisoner;
    private final TaskRunner tasks;

    FaultInjector(Plan plan, Deployment deployment, Poisoner poisoner, TaskRunner tasks) {
        this.plan = plan;
        this.deployment = deployment;
        this.poisoner = poisoner;
        this.tasks = tasks;
    }

    /** Injects what the plan has for the start of this number. */
    void injectWhenStarting(int number) {
        plan.plannedFaults().stream()
                .filter(fault -> fault.whenStarting() == number)
                .forEach(fault -> tasks.now(() -> inject(fault)));
        plan.poisons().stream()
                .filter(poison -> poison.whenStarting() == number)
                .forEach(poison -> tasks.now(() -> poisoner.send(poison)));
    }

    private void inject(PlannedFault fault) {
        switch (fault.kind()) {
            case SENDER_KILLED -> kill(deployment.senders().get(fault.sender()), fault);
            case BOTH_SENDERS_KILLED -> deployment.senders().forEach(sender -> kill(sender, fault));
            case API_KILLED -> kill(deployment.api(), fault);
            case WEBHOOK_KILLED -> kill(deployment.webhook(), fault);
            case REDIS_KILLED -> takeDown(deployment.redis()::start, deployment.redis()::kill, fault);
            case REDIS_STOPPED -> takeDown(deployment.redis()::start, deployment.redis()::stop, fault);
            case REDIS_FAILOVER -> {
                deployment.redis().start();
                deployment.redis().failover();
            }
            case BROKER_KILLED -> takeDown(deployment.kafka()::start, deployment.kafka()::kill, fault);
            case BROKER_STOPPED -> takeDown(deployment.kafka()::start, deployment.kafka()::stop, fault);
        }
    }

    /** Starts the part first if an earlier fault has stopped it, so that each fault takes effect. */
    private void takeDown(Runnable up, Runnable down, PlannedFault fault) {
        up.run();
        down.run();
        tasks.in(fault.downtime(), up);
    }

    private void kill(ServiceProcess service, PlannedFault fault) {
        service.kill();
        tasks.in(fault.downtime(), service::start);
    }
}
