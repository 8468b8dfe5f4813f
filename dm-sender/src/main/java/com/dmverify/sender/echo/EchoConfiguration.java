package com.dmverify.sender.echo;

import com.dmverify.schemas.EventCodec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Records echoes in Redis. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EchoProperties.class)
class EchoConfiguration {

    @Bean
    SentEchoes sentEchoes(StringRedisTemplate redis, EchoProperties echoes) {
        return new RedisSentEchoes(redis, echoes.memory());
    }

    @Bean
    SentEchoRecorder sentEchoRecorder(EventCodec codec, SentEchoes echoes) {
        return new SentEchoRecorder(codec, echoes);
    }
}
