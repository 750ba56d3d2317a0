package dev.kept.local.child;

import java.net.InetAddress;
import java.net.ServerSocket;

/// The smallest server there is: it only accepts connections, and never stops when started as stubborn.
final class SmallestServer {

    private SmallestServer() {}

    public static void main(String[] args) {
        ChildProcess.run("smallest", args, arguments -> {
            System.out.println("noise of a library");
            var socket = new ServerSocket(arguments.port(), 1, InetAddress.ofLiteral(ChildProcess.LOOPBACK));
            return arguments.options().containsKey("stubborn") ? () -> Thread.sleep(Long.MAX_VALUE) : socket;
        });
    }
}
