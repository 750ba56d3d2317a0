package dev.kept.local.template;

import java.nio.file.Path;

/// Where something was written; lines count from one, as editors do.
public record Position(Path file, int line) {

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
