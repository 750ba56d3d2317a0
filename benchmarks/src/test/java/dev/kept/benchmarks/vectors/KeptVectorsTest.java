package dev.kept.benchmarks.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.EmbeddingModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptVectorsTest {
    private final Counting model = new Counting();

    @TempDir
    Path folder;

    @Test
    void aVectorIsMadeOnceAcrossRuns() {
        float[] first = embed("tea at four");
        float[] again = embed("tea at four");

        assertEquals(1, model.calls.get());
        assertArrayEquals(first, again, 5e-4f);
    }

    @Test
    void aRecordThatWasCutOffIsMadeAgain() throws IOException {
        embed("tea at four");
        embed("coffee at five");
        byte[] all = Files.readAllBytes(file());
        Files.write(file(), java.util.Arrays.copyOf(all, all.length - 3));

        embed("tea at four");
        embed("coffee at five");
        embed("coffee at five");

        assertEquals(3, model.calls.get());
    }

    private Path file() {
        return folder.resolve("vectors.f16");
    }

    private float[] embed(String text) {
        try (KeptVectors vectors = KeptVectors.in(file(), model)) {
            return vectors.embed(List.of(text)).getFirst().vector();
        }
    }

    private static final class Counting implements EmbeddingModel {
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public String id() {
            return "counting";
        }

        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public boolean isRemote() {
            return false;
        }

        @Override
        public Embedding embedQuery(String query) {
            return embed(List.of(query)).getFirst();
        }

        @Override
        public List<Embedding> embed(List<String> passages) {
            calls.addAndGet(passages.size());
            return passages.stream()
                    .map(text -> new Embedding(id(), new float[] {text.length(), 1}))
                    .toList();
        }
    }
}
