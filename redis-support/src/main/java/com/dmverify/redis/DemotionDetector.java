package com.dmverify.redis;

import io.lettuce.core.output.CommandOutput;
import io.lettuce.core.protocol.CompleteableCommand;
import io.lettuce.core.protocol.RedisCommand;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Drops the connections when an answer says that the other end is no master: {@code READONLY}, or {@code MASTERDOWN} from a
 * replica that refuses reads. The address of a Redis stays the same over a failover, and a demoted master keeps connections
 * open and answers {@code PING}; only a new connection finds the new master.
 */
final class DemotionDetector extends ChannelOutboundHandlerAdapter {

    private static final Set<String> DEMOTED = Set.of("READONLY", "MASTERDOWN");

    private final OpenChannels channels;

    DemotionDetector(OpenChannels channels) {
        this.channels = channels;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof Collection<?> commands) {
            commands.forEach(this::watch);
        } else {
            watch(message);
        }
        var _ = context.write(message, promise);
    }

    private void watch(Object message) {
        if (message instanceof RedisCommand<?, ?, ?> command
                && message instanceof CompleteableCommand<?> completeable) {
            completeable.onComplete((_, _) -> examine(command.getOutput()));
        }
    }

    /** The error of the answer itself: reactive commands complete without an exception. */
    private void examine(@Nullable CommandOutput<?, ?, ?> output) {
        if (output != null && output.hasError()) {
            String word = ErrorWord.of(output.getError());
            if (DEMOTED.contains(word)) {
                channels.dropAll(word);
            }
        }
    }
}
