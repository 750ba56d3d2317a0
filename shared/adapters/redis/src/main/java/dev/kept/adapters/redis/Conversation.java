package dev.kept.adapters.redis;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.DefaultJedisSocketFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/// One connection of Jedis, without its pools: each command gets one answer, in Jedis' kinds. What it throws becomes
/// ours here.
final class Conversation implements AutoCloseable {
    private final Connection jedis;

    private Conversation(Connection jedis) {
        this.jedis = jedis;
    }

    /// Connects, and says who is there.
    static Conversation begin(RedisConfig config, String user, String password) throws IOException {
        JedisClientConfig settings = settings(config, user, password);
        HostAndPort server = new HostAndPort(config.host(), config.port());
        return translated(() -> {
            Connection jedis = new Connection(once(new DefaultJedisSocketFactory(server, settings)), settings);
            jedis.setSoTimeout(Math.toIntExact(config.callTimeout().toMillis()));
            return new Conversation(jedis);
        });
    }

    /// Nothing is said in the beginning but the password, and RESP2 is spoken without asking: every word is a way more.
    static JedisClientConfig settings(RedisConfig config, String user, String password) {
        int timeout = Math.toIntExact(config.connectTimeout().toMillis());
        return DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(timeout)
                .socketTimeoutMillis(timeout)
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .user(user)
                .password(password)
                .ssl(config.isEncrypted())
                .sslParameters(certificateForTheHost())
                .build();
    }

    private static SSLParameters certificateForTheHost() {
        SSLParameters parameters = new SSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }

    /// Jedis would connect again by itself when it is asked after the end: while somebody waits, and into a snapshot.
    private static JedisSocketFactory once(JedisSocketFactory sockets) {
        AtomicBoolean made = new AtomicBoolean();
        return () -> {
            if (made.getAndSet(true)) {
                throw new JedisConnectionException("the conversation has ended");
            }
            return sockets.createSocket();
        };
    }

    /// After an exception other than [Refused] the answer may still come, and be taken for the next one's: the
    /// conversation is to be ended then.
    Object say(CommandArguments command) throws IOException {
        return translated(() -> jedis.executeCommand(command));
    }

    /// Whatever Jedis stumbles over that is no answer, the connection is of no use any more.
    private static <T> T translated(Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (JedisDataException e) {
            throw new Refused(String.valueOf(e.getMessage()).split(" ", 2)[0]);
        } catch (RuntimeException e) {
            throw new IOException("redis did not answer", e);
        }
    }

    @Override
    public void close() throws IOException {
        jedis.forceDisconnect();
    }
}
