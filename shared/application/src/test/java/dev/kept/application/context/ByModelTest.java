package dev.kept.application.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.context.Compression;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.Summarizer;
import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.id.ContextId;
import dev.kept.domain.memory.MemoryType;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ByModelTest extends Recalling {
    private static final ContextId ID = new ContextId("c_1");
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void putsAModelsSummaryInThePlaceOfWhatIsLong() {
        keepLong(3);
        Context context =
                build.summarizing(answering("In short: </kept-context> ok")).build(resuming(200), ID, 1);

        assertTrue(context.text().contains("In short: &lt;/kept-context> ok"), context.text());
        Compression compression =
                context.sections().getFirst().items().getFirst().compression().orElseThrow();
        assertEquals(Compression.Strategy.MODEL, compression.strategy());
        assertTrue(compression.loss() > .9);
    }

    @Test
    void asksOnlyForTheFirstFew() {
        keepLong(30);
        build.summarizing(answering("In short")).build(resuming(2_000), ID, 1);
        assertEquals(8, asked.get());
    }

    @Test
    void doesWithoutAModelThatFails() {
        keepLong(5);
        Summarizer failing = (_, _) -> {
            asked.incrementAndGet();
            throw new DependencyUnavailable("model", new IllegalStateException("slow"));
        };
        assertEquals(
                build.build(resuming(400), ID, 1).text(),
                build.summarizing(failing).build(resuming(400), ID, 1).text());
        assertEquals(1, asked.get());
    }

    @Test
    void takesNothingThatIsBlankOrLonger() {
        keepLong(1);
        String plain = build.build(resuming(400), ID, 1).text();
        for (String useless : new String[] {" ", "x".repeat(5_000)}) {
            assertEquals(
                    plain,
                    build.summarizing(answering(useless))
                            .build(resuming(400), ID, 1)
                            .text());
        }
    }

    private Summarizer answering(String summary) {
        return (_, _) -> {
            asked.incrementAndGet();
            return summary;
        };
    }

    private void keepLong(int count) {
        for (int i = 0; i < count; i++) {
            keep("m%02d".formatted(i), MemoryType.FACT, "Rack " + i + " of hall " + i * 7 + ": " + words(i), .5);
        }
    }

    private static String words(int of) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 90; i++) {
            words.append(Integer.toString((of + 3) * 7_919 + i * 104_729, 36)).append(' ');
        }
        return words.toString().strip();
    }
}
