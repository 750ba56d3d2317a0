package dev.kept.adapters.bedrock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.domain.error.DependencyUnavailable;
import dev.kept.domain.flag.Flag;
import dev.kept.domain.flag.Flags;
import dev.kept.domain.flag.SwitchedOff;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwitchedTest {
    private static final Flags OFF = SwitchedOff.parse("rerank,summaries,extraction-model");

    @Test
    void asksAModelThatIsOn() {
        assertEquals(
                List.of(0.5),
                Switched.reranker((_, _) -> List.of(0.5), Flags.ALL_ON).relevance("q", List.of("p")));
        assertEquals(
                "short", Switched.summarizer((_, _) -> "short", Flags.ALL_ON).summarize("long", 3));
    }

    @Test
    void isAsAModelThatDoesNotAnswerWhenItIsOff() {
        assertThrows(
                DependencyUnavailable.class,
                () -> Switched.reranker((_, _) -> List.of(0.5), OFF).relevance("q", List.of("p")));
        assertThrows(
                DependencyUnavailable.class,
                () -> Switched.summarizer((_, _) -> "short", OFF).summarize("long", 3));
    }

    @Test
    void leavesTheOthersOn() {
        Flags oneOff = flag -> flag != Flag.SUMMARIES;

        assertEquals(
                List.of(0.5), Switched.reranker((_, _) -> List.of(0.5), oneOff).relevance("q", List.of("p")));
    }
}
