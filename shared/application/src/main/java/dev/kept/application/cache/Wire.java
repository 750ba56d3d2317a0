package dev.kept.application.cache;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What forms are made of. Plain streams: a shelf of 400 memories is read in a millisecond, and no
/// library is loaded for it in a cold start.
public final class Wire {
    private Wire() {}

    /// Writes or reads one part.
    @FunctionalInterface
    public interface Writing<T> {
        void write(T value, DataOutputStream out) throws IOException;
    }

    @FunctionalInterface
    public interface Reading<T> {
        T read(DataInputStream in) throws IOException;
    }

    public static void text(String value, DataOutputStream out) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    public static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new EOFException("a text is longer than its copy");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    public static <T> void list(Collection<T> values, Writing<T> each, DataOutputStream out) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            each.write(value, out);
        }
    }

    public static <T> List<T> list(Reading<T> each, DataInputStream in) throws IOException {
        int size = in.readInt();
        List<T> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(each.read(in));
        }
        return values;
    }

    public static <T> void optional(Optional<T> value, Writing<T> present, DataOutputStream out) throws IOException {
        list(value.stream().toList(), present, out);
    }

    public static <T> Optional<T> optional(Reading<T> present, DataInputStream in) throws IOException {
        return list(present, in).stream().findFirst();
    }
}
