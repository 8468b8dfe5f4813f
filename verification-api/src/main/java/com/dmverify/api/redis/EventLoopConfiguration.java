package com.dmverify.api.redis;

import io.lettuce.core.resource.EventLoopGroupProvider;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.resources.LoopResources;

/** One event loop per processor, for HTTP and Redis alike, of this application alone. */
@Configuration(proxyBeanMethods = false)
class EventLoopConfiguration {

    /** Server and Redis are closed before the loops, so that nothing is under way. */
    private static final Duration QUIET_PERIOD = Duration.ZERO;

    private static final Duration LONGEST_END = Duration.ofSeconds(2);

    /** Outlives the beans that use it. */
    record EventLoops(LoopResources resources) implements DisposableBean {

        @Override
        public void destroy() {
            resources.disposeLater(QUIET_PERIOD, LONGEST_END).block(LONGEST_END.multipliedBy(2));
        }
    }

    @Bean
    EventLoops eventLoops() {
        return new EventLoops(LoopResources.create("http-redis"));
    }

    @Bean
    ReactorResourceFactory reactorResourceFactory(EventLoops loops) {
        ReactorResourceFactory factory = new ReactorResourceFactory();
        factory.setUseGlobalResources(false);
        factory.setLoopResources(loops.resources());
        return factory;
    }

    @Bean
    ClientResourcesBuilderCustomizer sharedEventLoops(EventLoops loops) {
        EventLoopGroupProvider shared = new SharedEventLoops(loops.resources());
        return resources -> resources.eventLoopGroupProvider(shared);
    }
}
