package dev.kept.benchmarks.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.testkit.FakeEmbeddingModel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AblationTest {
    @Test
    void everyVariantAnswersTheSameQuestionsOverTheSameRecords() throws IOException, InterruptedException {
        List<NeutralConversation> sample = NeutralConversation.read(NeutralConversationTest.SAMPLE);
        Corpus corpus = Corpus.of(sample, new FakeEmbeddingModel());

        Map<String, ScoreTable> tables =
                AblationBench.compare(Variant.stages(), corpus, sample, new Evaluation(20, List.of(), 2));

        assertEquals(6, tables.size());
        tables.values().forEach(table -> assertEquals(8, table.overall().questions()));
        ScoreTable served = tables.getOrDefault("as served", ScoreTable.of(List.of()));
        assertTrue(served.overall().recallAt20() > 0.9, served::toString);
    }
}
