package dev.kept.local.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/// What Lambda unpacks: classes at the root, jars in `lib/`.
///
/// The same parts give the same bytes: the order is theirs, and all have one date and one mode.
record FunctionPackage(String function, List<Part> parts, Instant timestamp) {
    private static final int READABLE_FILE = 0100644;

    FunctionPackage {
        parts = List.copyOf(parts);
        Set<String> names = new HashSet<>();
        for (Part part : parts) {
            if (!names.add(part.name())) {
                throw new PackageRefused(function + " would hold " + part.name() + " twice");
            }
        }
    }

    /// @throws PackageRefused naming what is wrong with it
    void check() throws IOException {
        SizeLimit.check(this);
        MissingClasses.check(this);
    }

    boolean embeds() {
        return parts.stream().anyMatch(part -> part.name().startsWith("lib/onnxruntime-"));
    }

    long bytes() {
        return parts.stream().mapToLong(part -> part.deflated().length).sum();
    }

    /// Never half written: who deploys meanwhile takes the one before.
    void write(Path zip) throws IOException {
        Path draft = Files.createTempFile(zip.toAbsolutePath().getParent(), function, ".zip.draft");
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(draft.toFile())) {
            parts.forEach(part -> add(part, out));
        }
        Files.move(draft, zip, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private void add(Part part, ZipArchiveOutputStream out) {
        ZipArchiveEntry entry = new ZipArchiveEntry(part.name());
        entry.setTime(dosTime());
        entry.setUnixMode(READABLE_FILE);
        entry.setMethod(ZipArchiveEntry.DEFLATED);
        entry.setSize(part.content().length);
        entry.setCompressedSize(part.deflated().length);
        entry.setCrc(part.crc());
        try {
            out.addRawArchiveEntry(entry, new ByteArrayInputStream(part.deflated()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A zip holds the time of a wall clock without its zone, so it has to be the same one in every zone.
    private long dosTime() {
        return LocalDateTime.ofInstant(timestamp, ZoneOffset.UTC)
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();
    }
}
