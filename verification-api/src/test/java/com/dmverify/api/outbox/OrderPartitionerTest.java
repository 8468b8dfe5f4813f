package com.dmverify.api.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dmverify.api.verification.Handle;
import com.dmverify.api.verification.SendingAccount;
import com.dmverify.api.verification.UserId;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderPartitionerTest {

    @ParameterizedTest
    @ValueSource(strings = {"demo", "a", "brand-two", "ümläut"})
    void theFirstLaneIsWhereKafkaPutsTheBareName(String account) {
        OrderPartitioner first = new OrderPartitioner(account(account, 6), 0);

        assertThat(first.partition(6)).isEqualTo(BuiltInPartitioner.partitionForKey(account.getBytes(UTF_8), 6));
        assertThat(first.partition(5)).isEqualTo(BuiltInPartitioner.partitionForKey(account.getBytes(UTF_8), 5));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 48})
    void noTwoLanesShareAPartitionWhileThereAreEnough(int partitions) {
        assertThat(IntStream.range(0, 6)
                        .map(number -> new OrderPartitioner(account("demo", 6), number).partition(partitions)))
                .doesNotHaveDuplicates()
                .allMatch(partition -> partition >= 0 && partition < partitions);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void withTooFewPartitionsLanesShare(int partitions) {
        assertThat(IntStream.range(0, 6)
                        .map(number -> new OrderPartitioner(account("demo", 6), number).partition(partitions)))
                .allMatch(partition -> partition >= 0 && partition < partitions)
                .contains(0);
    }

    private static SendingAccount account(String name, int lanes) {
        return new SendingAccount(name, new Handle("brand"), new UserId("1"), lanes);
    }
}
