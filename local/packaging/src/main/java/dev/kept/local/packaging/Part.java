package dev.kept.local.packaging;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// A file of a package, and what becomes of it in a zip. The arrays are not copied: they hold a hundred megabytes.
///
/// @param content as it will be unpacked
/// @param deflated as it stands in the zip
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never changed after it is made.
record Part(String name, byte[] content, byte[] deflated, long crc) {
    private static final int CHUNK = 1 << 16;

    static Part of(String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return new Part(name, content, deflate(content), crc.getValue());
    }

    private static byte[] deflate(byte[] content) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(content);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 2);
            byte[] chunk = new byte[CHUNK];
            while (!deflater.finished()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
            return out.toByteArray();
        }
    }
}
