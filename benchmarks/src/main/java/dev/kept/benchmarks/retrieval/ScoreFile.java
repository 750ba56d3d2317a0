package dev.kept.benchmarks.retrieval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One line of JSON for the run and one for each question, so that two runs can be compared question by question. The
/// names of the fields are those of the evaluation program that these metrics follow, which reads such files too.
final class ScoreFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ScoreFile() {}

    static void write(Path file, ObjectNode run, List<Answered> asked) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        List<String> lines = new ArrayList<>();
        lines.add(MAPPER.createObjectNode().set("meta", run).toString());
        asked.forEach(one -> lines.add(json(one).toString()));
        Files.write(file, lines);
    }

    private static ObjectNode json(Answered one) {
        ObjectNode json = MAPPER.createObjectNode()
                .put("qid", one.question().id())
                .put("conv", one.conversation())
                .put("category", one.question().category())
                .put("n_evidence", one.question().evidence().size())
                .put("n_items", one.results())
                .put("foreign", one.foreign())
                .put("search_ms", one.searchMillis());
        one.contextMillis().forEach((budget, millis) -> json.put("context_ms@" + budget, millis));
        one.search().ifPresent(score -> put(json, score));
        one.contexts()
                .forEach((budget, score) -> json.put("ctx_recall@" + budget, score.share())
                        .put("ctx_over@" + budget, score.overBudget() ? 1 : 0));
        return json;
    }

    private static void put(ObjectNode json, SearchScore score) {
        json.put("recall@5", score.recallAt5())
                .put("recall@10", score.recallAt10())
                .put("recall@20", score.recallAt20())
                .put("hit@10", score.hitAt10())
                .put("mrr", score.reciprocalRank())
                .put("ndcg@10", score.ndcgAt10());
    }
}
