package dev.kept.application.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// How something is written into a copy. A form that changes takes another name: a release finds
/// nothing then, rather than what it misreads.
public interface Form<T> {
    /// Also tells copies of different forms apart.
    String name();

    void write(T value, DataOutputStream out) throws IOException;

    T read(DataInputStream in) throws IOException;

    default ByteBuffer copy(T value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(value, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    /// What cannot be read is not there: it was damaged, or another release wrote it.
    default Optional<T> value(ByteBuffer copy) {
        byte[] content = new byte[copy.remaining()];
        copy.duplicate().get(content);
        try {
            return Optional.of(read(new DataInputStream(new ByteArrayInputStream(content))));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
