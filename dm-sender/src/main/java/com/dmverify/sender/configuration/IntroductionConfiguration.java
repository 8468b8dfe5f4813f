package com.dmverify.sender.configuration;

import com.dmverify.sender.account.Accounts;
import com.dmverify.sender.dispatch.Introductions;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;

/** Lets X be asked who the accounts are: before the first order is read, and again while it has not said. */
@Configuration(proxyBeanMethods = false)
class IntroductionConfiguration {

    @Bean
    Introductions introductions(Accounts accounts) {
        return new Introductions(accounts);
    }

    @Bean
    SmartLifecycle firstIntroductions(Introductions introductions) {
        return new BeforeTheListeners(introductions::make);
    }

    @Bean
    SchedulingConfigurer laterIntroductions(Introductions introductions, SenderProperties sender) {
        Duration every = sender.introduceEvery();
        return tasks -> tasks.addFixedDelayTask(new FixedDelayTask(introductions::make, every, every));
    }

    /** Once, while the context starts; listeners start in the last phase. */
    private static final class BeforeTheListeners implements SmartLifecycle {

        private final Runnable work;
        private volatile boolean running;

        private BeforeTheListeners(Runnable work) {
            this.work = work;
        }

        @Override
        public void start() {
            running = true;
            work.run();
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return 0;
        }
    }
}
