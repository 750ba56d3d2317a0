package dev.kept.application.bundled;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/// A text file that lies beside a class.
///
/// @param text all of it
public record BundledText(String text) {
    /// @throws IllegalStateException when there is none of that name
    public static BundledText read(Class<?> beside, String name) {
        try (InputStream stream = beside.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new BundledText(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /// Its lines, without those that begin with `#`.
    public List<String> lines() {
        return text.lines().filter(line -> !line.startsWith("#")).toList();
    }

    /// What stands between blanks and ends of lines.
    public List<String> words() {
        return List.of(text.strip().split("\\s+"));
    }

    /// It as Java's properties.
    public Properties properties() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
