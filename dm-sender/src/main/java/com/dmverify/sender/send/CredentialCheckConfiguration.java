package com.dmverify.sender.send;

import com.dmverify.sender.account.Accounts;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;

/** Checks the credentials of the accounts before the first order is read, and again until X has confirmed their owner. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CredentialCheckProperties.class)
class CredentialCheckConfiguration {

    @Bean
    CredentialChecks credentialChecks(Accounts accounts) {
        return new CredentialChecks(accounts);
    }

    @Bean
    SmartLifecycle firstCredentialChecks(CredentialChecks checks) {
        return new BeforeTheListeners(checks::make);
    }

    @Bean
    SchedulingConfigurer laterCredentialChecks(CredentialChecks checks, CredentialCheckProperties properties) {
        Duration every = properties.every();
        return tasks -> tasks.addFixedDelayTask(new FixedDelayTask(checks::make, every, every));
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
