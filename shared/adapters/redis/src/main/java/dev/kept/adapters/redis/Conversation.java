package dev.kept.adapters.redis;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Speaks Redis' protocol (RESP2) over one blocking socket: a command is an array of byte strings, and each gets one
/// answer. That is all of it that copies need, and it costs nothing before the first command; the usual client would
/// start Netty's event loops in every cold start, and add more to the packages than they have left to their limit.
/// https://redis.io/docs/latest/develop/reference/protocol-spec/
final class Conversation implements AutoCloseable {
    private static final byte[] END = "\r\n".getBytes(StandardCharsets.US_ASCII);
    /// Far above all that is kept; a larger number is not one of lengths.
    private static final int LENGTH_MAX = 64_000_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private Conversation(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    /// Connects, and says who is there.
    static Conversation begin(RedisConfig config, String user, String password) throws IOException {
        Socket socket = connected(config);
        try {
            Conversation conversation = new Conversation(socket);
            conversation.say(words("AUTH", user, password));
            socket.setSoTimeout(Math.toIntExact(config.callTimeout().toMillis()));
            return conversation;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket connected(RedisConfig config) throws IOException {
        int timeout = Math.toIntExact(config.connectTimeout().toMillis());
        Socket plain = new Socket();
        try {
            // Any of its addresses will do, and the next connection may take another.
            InetAddress first = InetAddress.getAllByName(config.host())[0];
            plain.connect(new InetSocketAddress(first, config.port()), timeout);
            plain.setSoTimeout(timeout);
            plain.setTcpNoDelay(true);
            plain.setKeepAlive(true);
            return config.isEncrypted() ? encrypted(plain, config) : plain;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    /// With a certificate for the name that was asked for.
    private static Socket encrypted(Socket plain, RedisConfig config) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, config.host(), config.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /// After an exception other than [Refused] the answer may still come, and be taken for the next one's: the
    /// conversation is to be ended then.
    Answer say(List<byte[]> command) throws IOException {
        header('*', command.size());
        for (byte[] word : command) {
            header('$', word.length);
            out.write(word);
            out.write(END);
        }
        out.flush();
        return answer();
    }

    private void header(char kind, int number) throws IOException {
        out.write((kind + Integer.toString(number)).getBytes(StandardCharsets.US_ASCII));
        out.write(END);
    }

    private Answer answer() throws IOException {
        String line = line();
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+' -> new Answer.Line(rest);
            case '-' -> throw new Refused(rest.split(" ", 2)[0]);
            case ':' -> new Answer.Whole(number(rest));
            case '$' -> bytes(length(rest));
            case '*' -> many(length(rest));
            default -> throw new IOException("this is not Redis");
        };
    }

    private Answer bytes(int length) throws IOException {
        if (length < 0) {
            return new Answer.Nothing();
        }
        byte[] content = in.readNBytes(length);
        if (content.length < length || in.readNBytes(END.length).length < END.length) {
            throw new EOFException("redis ended in the middle");
        }
        return new Answer.Bytes(ByteBuffer.wrap(content));
    }

    private Answer many(int size) throws IOException {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            answers.add(answer());
        }
        return new Answer.Many(answers);
    }

    private static int length(String text) throws IOException {
        long length = number(text);
        if (length < -1 || length > LENGTH_MAX) {
            throw new IOException("this is no length");
        }
        return Math.toIntExact(length);
    }

    private static long number(String text) throws IOException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IOException("this is no number", e);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\r'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("redis ended the conversation");
            }
            line.append((char) next);
        }
        if (in.read() != '\n' || line.isEmpty()) {
            throw new IOException("this is not Redis");
        }
        return line.toString();
    }

    static List<byte[]> words(String... words) {
        List<byte[]> command = new ArrayList<>();
        for (String word : words) {
            command.add(word.getBytes(StandardCharsets.UTF_8));
        }
        return command;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
