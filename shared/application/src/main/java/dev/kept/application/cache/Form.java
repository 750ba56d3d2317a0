package dev.kept.application.cache;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// How something is written into a copy. A form that changes takes another name: a release finds
/// nothing then, rather than what it misreads.
public interface Form<T> {
    /// Also tells copies of different forms apart.
    String name();

    void write(T value, DataOutputStream out) throws IOException;

    T read(DataInputStream in) throws IOException;
}
