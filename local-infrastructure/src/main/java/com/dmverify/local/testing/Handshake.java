package com.dmverify.local.testing;

import java.util.List;
import java.util.Set;

/** The commands of a connecting client, and the shortest valid answers to them. */
final class Handshake {

    private static final Set<String> COMMANDS = Set.of("HELLO", "AUTH", "CLIENT", "PING", "SELECT", "COMMAND");

    private Handshake() {}

    static boolean isPartOf(String command) {
        return COMMANDS.contains(command);
    }

    static String answer(String command, List<String> words) {
        return switch (command) {
            case "HELLO" -> hello(words.size() > 1 ? words.get(1) : "2");
            case "AUTH", "CLIENT", "SELECT" -> "+OK\r\n";
            case "PING" -> "+PONG\r\n";
            case "COMMAND" -> "*0\r\n";
            default -> "-ERR unknown command '" + command + "'\r\n";
        };
    }

    private static String hello(String protocol) {
        String fields = "$6\r\nserver\r\n$5\r\nredis\r\n$7\r\nversion\r\n$5\r\n7.0.0\r\n$5\r\nproto\r\n:" + protocol
                + "\r\n$2\r\nid\r\n:1\r\n$4\r\nmode\r\n$10\r\nstandalone\r\n$4\r\nrole\r\n$6\r\nmaster\r\n$7\r\nmodules\r\n*0\r\n";
        return (protocol.equals("3") ? "%7\r\n" : "*14\r\n") + fields;
    }
}
