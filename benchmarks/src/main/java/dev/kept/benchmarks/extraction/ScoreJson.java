package dev.kept.benchmarks.extraction;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.benchmarks.extraction.ConversationScore.Expectation;
import dev.kept.benchmarks.extraction.Score.Block;
import java.util.Collection;

/// A score under the names that `score.py --json` gives its parts.
final class ScoreJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ScoreJson() {}

    static ObjectNode of(Score score) {
        ObjectNode json = MAPPER.createObjectNode();
        put(score.overall(), json.putObject("overall"));
        ObjectNode types = json.putObject("by_type");
        Score.TYPES.forEach(type -> put(score.of(type), types.putObject(type)));
        share(json, "recall_current_only", score.recallOfCurrent());
        share(json, "recall_updates", score.recallOfUpdates());
        share(json, "recall_high_importance", score.recallOfImportant());
        stale(score, json);
        share(json, "source_overlap_of_hits", score.provenance());
        share(json, "importance_agreement_of_hits", score.importanceAgreement());
        share(json, "predictions_covering_several", score.coveringSeveral());
        share(json, "mean_words_per_prediction", score.wordsEach());
        violations(score, json.putObject("must_not_store"));
        json.put("empty_conversation_memories", score.keptOfNothing());
        share(json, "entity_recall", score.entityRecall());
        json.put("entities_expected", score.entities().size());
        share(json, "relation_recall", score.relationRecall());
        ObjectNode tags = json.putObject("by_tag");
        score.tags().forEach(tag -> tag(score.tagged(tag), tags.putObject(tag)));
        return json;
    }

    private static void put(Block block, ObjectNode json) {
        json.put("expected", block.expected());
        share(json, "recall", block.recall());
        share(json, "recall_strict", block.strict());
        share(json, "recall_exact_type", block.exact());
        json.put("predicted", block.predicted());
        share(json, "precision", block.precision());
        share(json, "precision_adj", block.adjusted());
        json.put("f1", block.f1()).put("duplicates", block.duplicates());
    }

    private static void stale(Score score, ObjectNode json) {
        Collection<Expectation> among = score.staleAmong();
        json.putObject("stale_active")
                .put("stale", among.stream().filter(Expectation::stale).count())
                .put("of", among.size());
    }

    private static void violations(Score score, ObjectNode json) {
        json.put("items", score.violations().size())
                .put(
                        "violated",
                        score.violatedByReason().values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                .put(
                        "texts",
                        score.violations().stream()
                                .mapToInt(violation -> violation.texts().size())
                                .sum());
        ObjectNode reasons = json.putObject("by_reason");
        score.violatedByReason().forEach(reasons::put);
    }

    private static void tag(Score score, ObjectNode json) {
        Block all = score.overall();
        json.put("conversations", score.rows().size());
        share(json, "recall", all.recall());
        share(json, "precision", all.precision());
        json.put("predicted", all.predicted())
                .put(
                        "violated",
                        score.violatedByReason().values().stream()
                                .mapToLong(Long::longValue)
                                .sum());
    }

    private static void share(ObjectNode json, String name, double value) {
        if (Double.isNaN(value)) {
            json.putNull(name);
        } else {
            json.put(name, value);
        }
    }
}
