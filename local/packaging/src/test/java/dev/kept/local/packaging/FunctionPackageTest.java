package dev.kept.local.packaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionPackageTest {
    private static final Instant TIMESTAMP = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void theSameContentGivesTheSameBytesInEveryTimeZone() throws IOException {
        TimeZone before = TimeZone.getDefault();
        byte[] here = written("here.zip");
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            assertArrayEquals(here, written("there.zip"));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void theOrderOfAJarDoesNotMatter() throws IOException {
        byte[] one = new PlainJars(TIMESTAMP).of(jar("one.jar", List.of("a.txt", "b.txt", "META-INF/MANIFEST.MF")));
        byte[] other = new PlainJars(TIMESTAMP).of(jar("two.jar", List.of("META-INF/MANIFEST.MF", "b.txt", "a.txt")));
        assertArrayEquals(one, other);
    }

    @Test
    void holdsClassesAtTheRootAndPlainJarsInLib() throws IOException {
        written("some.zip");
        try (ZipFile zip = new ZipFile(folder.resolve("some.zip").toFile())) {
            assertEquals(
                    List.of("dev/kept/Some.class", "lib/some.jar"),
                    Collections.list(zip.entries()).stream()
                            .map(ZipEntry::getName)
                            .toList());
        }
    }

    @Test
    void leavesOutWhatLambdaNeverLoads() {
        assertTrue(LeftOut.keeps("onnxruntime-1.jar", "ai/onnxruntime/native/linux-aarch64/libonnxruntime.so"));
        assertTrue(LeftOut.keeps("onnxruntime-1.jar", "ai/onnxruntime/OrtSession.class"));
        assertTrue(LeftOut.keeps("tokenizers-1.jar", "native/lib/tokenizers.properties"));
        assertTrue(LeftOut.keeps("tokenizers-1.jar", "native/lib/linux-x86_64/cpu/libtokenizers.so"));
        for (String entry : List.of("ai/onnxruntime/native/win-x64/onnxruntime.pdb", "META-INF/BC.SF")) {
            assertTrue(!LeftOut.keeps("onnxruntime-1.jar", entry), entry);
        }
        assertTrue(!LeftOut.keeps("jtokkit-1.jar", "com/knuddels/jtokkit/o200k_base.tiktoken"));
    }

    @Test
    void refusesAPackageThatLacksAClass() throws IOException {
        Part user = new Classes().extending("dev.kept.User", "other.Base");
        FunctionPackage whole = packageOf(List.of(user, new Classes().extending("other.Base", "java.lang.Object")));
        whole.check();
        PackageRefused refused = assertThrows(
                PackageRefused.class, () -> packageOf(List.of(user)).check());
        assertTrue(String.valueOf(refused.getMessage()).contains("other/Base, for dev/kept/User"), refused::toString);
    }

    @Test
    void refusesAPackageThatIsTooLarge() {
        Part large = new Part("lib/large.jar", new byte[0], new byte[20_000_001], 0);
        PackageRefused refused = assertThrows(PackageRefused.class, () -> SizeLimit.check(packageOf(List.of(large))));
        assertTrue(String.valueOf(refused.getMessage()).contains("may have 20"), refused::toString);
        SizeLimit.check(packageOf(List.of(large, Part.of("lib/onnxruntime-1.jar", new byte[0]))));
    }

    @Test
    void refusesToHoldTheSameFileTwice() {
        Part part = Part.of("a.txt", new byte[0]);
        assertThrows(PackageRefused.class, () -> packageOf(List.of(part, part)));
    }

    private byte[] written(String name) throws IOException {
        Part jar = Part.of("lib/some.jar", new PlainJars(TIMESTAMP).of(jar("some.jar", List.of("a.txt"))));
        Path zip = folder.resolve(name);
        packageOf(List.of(new Classes().extending("dev.kept.Some", "java.lang.Object"), jar))
                .write(zip);
        return Files.readAllBytes(zip);
    }

    private static FunctionPackage packageOf(List<Part> parts) {
        return new FunctionPackage("some", parts, TIMESTAMP);
    }

    private Path jar(String name, List<String> entries) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String entry : entries) {
                out.putNextEntry(new ZipEntry(entry));
                out.write(entry.getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static final class Classes {
        Part extending(String name, String superclass) {
            byte[] content = ClassFile.of()
                    .build(
                            ClassDesc.of(name),
                            type -> type.withSuperclass(ClassDesc.of(superclass))
                                    .withField("self", ConstantDescs.CD_Object, 0));
            return Part.of(name.replace('.', '/') + ".class", content);
        }
    }
}
