package dev.kept.local.packaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Jars as functions carry them: without what a function never reads, in a fixed order, and not compressed.
///
/// The zip around them is compressed anyway. Deflate looks for repetitions within one entry: a jar whose classes are
/// stored one after the other shrinks as one text, to about two thirds of what the sum of separately compressed classes
/// takes. And Lambda unpacks the zip once when the code is deployed, so no class has to be inflated in a cold start.
final class PlainJars {
    private final LocalDateTime timestamp;

    PlainJars(Instant timestamp) {
        this.timestamp = LocalDateTime.ofInstant(timestamp, ZoneOffset.UTC);
    }

    byte[] of(Path jar) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(out)) {
            to.setMethod(ZipOutputStream.STORED);
            for (ZipEntry entry : kept(from, String.valueOf(jar.getFileName()))) {
                store(entry.getName(), from.getInputStream(entry).readAllBytes(), to);
            }
        }
        return out.toByteArray();
    }

    /// The manifest first, as readers of a jar as a stream expect it.
    private static List<? extends ZipEntry> kept(ZipFile jar, String name) throws IOException {
        Predicate<String> needed = Corner.of(name, jar);
        Comparator<ZipEntry> manifestFirst =
                Comparator.comparing(entry -> !entry.getName().equals(JarFile.MANIFEST_NAME));
        return jar.stream()
                .filter(entry -> LeftOut.keeps(name, entry.getName()) && needed.test(entry.getName()))
                .sorted(manifestFirst.thenComparing(ZipEntry::getName))
                .toList();
    }

    private void store(String name, byte[] content, ZipOutputStream to) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(timestamp);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(crc.getValue());
        to.putNextEntry(entry);
        to.write(content);
        to.closeEntry();
    }
}
