package dev.kept.application.extraction;

import java.util.List;

/// What the pipeline found.
///
/// @param candidates worth keeping, in the order of the turns that complete their evidence
/// @param rejected looked at and not worth keeping, each with the reason
/// @param entities whom and what the candidates are about
/// @param retractions what the user takes back in the turn
/// @param redactions secrets that were still in the turns
public record Extraction(
        List<Candidate> candidates,
        List<Rejected> rejected,
        List<EntityMention> entities,
        List<RelationMention> relations,
        List<Retraction> retractions,
        int redactions) {
    public Extraction {
        candidates = List.copyOf(candidates);
        rejected = List.copyOf(rejected);
        entities = List.copyOf(entities);
        relations = List.copyOf(relations);
        retractions = List.copyOf(retractions);
    }
}
