package com.dmverify.api.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderPartitionerTest {

    @ParameterizedTest
    @ValueSource(strings = {"demo", "a", "brand-two", "ümläut"})
    void theFirstLaneIsWhereKafkaPutsTheBareName(String account) {
        String first = account + "#0";

        assertThat(OrderPartitioner.partition(first, 6))
                .isEqualTo(BuiltInPartitioner.partitionForKey(account.getBytes(UTF_8), 6));
        assertThat(OrderPartitioner.partition(first, 5))
                .isEqualTo(BuiltInPartitioner.partitionForKey(account.getBytes(UTF_8), 5));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 48})
    void noTwoLanesShareAPartitionWhileThereAreEnough(int partitions) {
        assertThat(IntStream.range(0, 6).map(number -> OrderPartitioner.partition("demo#" + number, partitions)))
                .doesNotHaveDuplicates()
                .allMatch(partition -> partition >= 0 && partition < partitions);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void withTooFewPartitionsLanesShare(int partitions) {
        assertThat(IntStream.range(0, 6).map(number -> OrderPartitioner.partition("demo#" + number, partitions)))
                .allMatch(partition -> partition >= 0 && partition < partitions)
                .contains(0);
    }
}
