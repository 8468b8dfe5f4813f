package com.dmverify.api.store.person;

import com.dmverify.api.store.Scripts;
import com.dmverify.api.verification.Contact;
import com.dmverify.api.verification.OptOut;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who opted out of the messages of which brand: by the person's numeric id alone, because handles change hands. The state and
 * the change that tells dm-sender are one script. The state has no end; it holds nothing but the word and its time.
 */
public final class OptOutStore {

    private static final int SHARDS = 64;
    private static final int MOST_AT_ONCE = 200;
    private static final Pattern WORD = Pattern.compile("(opted_out|opted_in) ([0-9]{1,15})");
    private static final RedisScript<String> CHANGE = Scripts.alone("opt-out", String.class);

    private final ReactiveStringRedisTemplate redis;
    private final ChangeJson json = new ChangeJson();
    private final Duration startKeptFor;
    private final Duration changesKeptFor;

    /**
     * Opt-outs in this Redis.
     *
     * @param startKeptFor how long the time of a START is kept
     * @param changesKeptFor how long a change waits for Kafka
     */
    public OptOutStore(ReactiveStringRedisTemplate redis, Duration startKeptFor, Duration changesKeptFor) {
        this.redis = redis;
        this.startKeptFor = startKeptFor;
        this.changesKeptFor = changesKeptFor;
    }

    /** The opt-out that stands; empty if none does. What cannot be read counts as one, of now and before. */
    public Mono<OptOut> find(Contact with) {
        return redis.opsForValue()
                .get(word(with))
                .map(WORD::matcher)
                .filter(word -> !word.matches() || word.group(1).equals("opted_out"))
                .map(word -> new OptOut(OptOut.Kind.OPTED_OUT, said(word)));
    }

    /**
     * Keeps the word if it is the latest.
     *
     * @param changes what dm-sender is to be told, one for each of its accounts
     * @return the changes that wait for Kafka because of it
     */
    public Flux<WaitingChange> keep(Contact with, List<OptOutChange> changes) {
        if (changes.isEmpty()) {
            return Flux.empty();
        }
        OptOutChange first = changes.getFirst();
        List<String> arguments = new ArrayList<>(List.of(
                first.optedOut() ? "opted_out" : "opted_in",
                String.valueOf(first.at().toEpochMilli()),
                String.valueOf(startKeptFor.toMillis()),
                String.valueOf(changesKeptFor.toMillis())));
        changes.forEach(change -> arguments.add(json.write(change)));
        int shard = shard(with);
        return redis.execute(CHANGE, List.of(word(with), waiting(shard)), arguments)
                .next()
                .flatMapIterable(entries -> waiting(shard, entries, changes));
    }

    /** The changes that wait for Kafka, the oldest of each shard first. */
    public Flux<WaitingChange> waiting() {
        return Flux.fromStream(() -> IntStream.range(0, SHARDS).boxed())
                .concatMap(shard -> redis.<String, String>opsForStream()
                        .range(waiting(shard), Range.unbounded(), Limit.limit().count(MOST_AT_ONCE))
                        .map(entry -> new WaitingChange(
                                shard,
                                entry.getId().getValue(),
                                json.read(String.valueOf(entry.getValue().get("change"))))));
    }

    /** Forgets a change that Kafka has. */
    public Mono<Void> told(WaitingChange change) {
        return redis.opsForStream()
                .delete(waiting(change.shard()), change.entry())
                .then();
    }

    private static List<WaitingChange> waiting(int shard, String entries, List<OptOutChange> changes) {
        List<WaitingChange> waiting = new ArrayList<>();
        if (!entries.isEmpty()) {
            String[] places = entries.split(" ", -1);
            for (int i = 0; i < places.length; i++) {
                waiting.add(new WaitingChange(shard, places[i], changes.get(i)));
            }
        }
        return waiting;
    }

    private static Instant said(Matcher word) {
        return word.matches() ? Instant.ofEpochMilli(Long.parseLong(word.group(2))) : Instant.EPOCH;
    }

    private static int shard(Contact with) {
        return new BigInteger(PersonKeys.hash(with).substring(0, 8), 16).intValue() & (SHARDS - 1);
    }

    private static String word(Contact with) {
        return "opt-out:{" + shard(with) + "}:" + PersonKeys.hash(with);
    }

    private static String waiting(int shard) {
        return "opt-out:{" + shard + "}:changes";
    }
}
