package com.dmverify.sender.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lettuce.core.RedisCommandTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class SecondReaderTest {

    private final List<String> skipped = new ArrayList<>();
    private final SecondReader reader = new SecondReader(skipped::add);
    private final List<Long> read = new ArrayList<>();

    @Test
    void whatCannotBeReadIsCountedAndSkippedWhateverItThrows() {
        // When
        reader.each(records(), record -> {
            switch ((int) record.offset()) {
                case 0 -> throw new UnsupportedOperationException("a string longer than the heap");
                case 1 -> throw new OutOfMemoryError("Java heap space");
                case 2 -> throw new StackOverflowError();
                default -> read.add(record.offset());
            }
        });

        // Then
        assertThat(read).containsExactly(3L);
        assertThat(skipped).containsExactly("x.activity", "x.activity", "x.activity");
    }

    @Test
    void whileRedisIsAwayNothingIsSkipped() {
        assertThatExceptionOfType(QueryTimeoutException.class)
                .isThrownBy(() -> reader.each(records(), _ -> {
                    throw new QueryTimeoutException("Redis is away", new RedisCommandTimeoutException());
                }));
    }

    private static List<ConsumerRecord<String, byte[]>> records() {
        return LongStream.range(0, 4)
                .mapToObj(offset -> new ConsumerRecord<>("x.activity", 1, offset, "77", new byte[0]))
                .toList();
    }
}
