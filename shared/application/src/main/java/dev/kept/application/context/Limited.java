package dev.kept.application.context;

import com.samskivert.mustache.MustacheException;
import java.io.Writer;

/// Takes so much and no more.
final class Limited extends Writer {
    private final StringBuilder written = new StringBuilder();
    private final int charactersMax;

    Limited(int charactersMax) {
        this.charactersMax = charactersMax;
    }

    @Override
    public void write(char[] text, int from, int length) {
        if (written.length() + length > charactersMax) {
            throw new MustacheException("it prints more than " + charactersMax + " characters");
        }
        written.append(text, from, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return written.toString();
    }
}
