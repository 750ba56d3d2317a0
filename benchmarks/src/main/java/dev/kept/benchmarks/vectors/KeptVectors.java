package dev.kept.benchmarks.vectors;

import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.EmbeddingModel;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Makes each vector once and keeps it in a file, by a hash of its text and its model: a second run of a measurement,
/// or the next variant of an ablation, does not wait for the model again.
///
/// A run that is killed while it writes leaves half a record at the end, which is cut off when the file is read.
public final class KeptVectors implements EmbeddingModel, AutoCloseable {
    private static final int HASH_BYTES = 32;

    private final EmbeddingModel model;
    private final Map<String, Embedding> vectors = new ConcurrentHashMap<>();
    private final DataOutputStream file;

    private KeptVectors(EmbeddingModel model, Path path) throws IOException {
        this.model = model;
        long whole = Files.exists(path) ? read(path) : 0;
        Files.createDirectories(path.toAbsolutePath().getParent());
        var channel = Files.newByteChannel(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(whole).position(whole);
        this.file = new DataOutputStream(java.nio.channels.Channels.newOutputStream(channel));
    }

    public static KeptVectors in(Path path, EmbeddingModel model) {
        try {
            return new KeptVectors(model, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String id() {
        return model.id();
    }

    @Override
    public int dimensions() {
        return model.dimensions();
    }

    @Override
    public boolean isRemote() {
        return model.isRemote();
    }

    @Override
    public Embedding embedQuery(String query) {
        return vectors.computeIfAbsent(hash("query", query), key -> kept(key, model.embedQuery(query)));
    }

    @Override
    public List<Embedding> embed(List<String> passages) {
        return passages.stream()
                .map(text -> vectors.computeIfAbsent(
                        hash("passage", text),
                        key -> kept(key, model.embed(List.of(text)).getFirst())))
                .toList();
    }

    private synchronized Embedding kept(String key, Embedding made) {
        try {
            file.write(HexFormat.of().parseHex(key));
            file.write(made.toBytes().array());
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return the length of the records that are whole
    private long read(Path path) throws IOException {
        byte[] hash = new byte[HASH_BYTES];
        byte[] vector = new byte[model.dimensions() * Embedding.BYTES_A_DIMENSION];
        long whole = 0;
        try (var records = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            while (true) {
                records.readFully(hash);
                records.readFully(vector);
                Embedding known = Embedding.fromBytes(model.id(), ByteBuffer.wrap(vector));
                vectors.put(HexFormat.of().formatHex(hash), known);
                whole += HASH_BYTES + vector.length;
            }
        } catch (EOFException _) {
            return whole;
        }
    }

    private String hash(String kind, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] bytes = String.join("\n", model.id(), kind, text).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
