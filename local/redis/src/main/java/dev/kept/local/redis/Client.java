package dev.kept.local.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Sends the server what it cannot be told when it is started.
final class Client {
    private Client() {}

    static void send(int port, List<String> command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(encoded(List.of("AUTH", LocalRedis.PASSWORD)));
            out.write(encoded(command));
            out.flush();
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            expectOk(answers.readLine());
            expectOk(answers.readLine());
        }
    }

    private static void expectOk(String answer) throws IOException {
        if (!"+OK".equals(answer)) {
            throw new IOException("redis said " + answer);
        }
    }

    private static byte[] encoded(List<String> command) {
        StringBuilder encoded = new StringBuilder("*" + command.size() + "\r\n");
        command.forEach(word -> encoded.append('$')
                .append(word.length())
                .append("\r\n")
                .append(word)
                .append("\r\n"));
        return encoded.toString().getBytes(StandardCharsets.UTF_8);
    }
}
