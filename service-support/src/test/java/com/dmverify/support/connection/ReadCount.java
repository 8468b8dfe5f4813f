package com.dmverify.support.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;

/** Counts the reads of the transport. */
final class ReadCount extends ChannelOutboundHandlerAdapter {

    private int count;

    @Override
    public void read(ChannelHandlerContext context) {
        count++;
        context.read();
    }

    int count() {
        return count;
    }
}
