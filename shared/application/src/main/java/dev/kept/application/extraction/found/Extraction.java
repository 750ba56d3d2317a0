package dev.kept.application.extraction.found;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

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

    /// Several as one, in their order. What is named in more than one of them is mentioned once, with all its turns.
    public static Extraction together(List<Extraction> each) {
        return new Extraction(
                all(each, Extraction::candidates),
                all(each, Extraction::rejected),
                EntityMention.merged(all(each, Extraction::entities)),
                all(each, Extraction::relations),
                all(each, Extraction::retractions),
                each.stream().mapToInt(Extraction::redactions).sum());
    }

    private static <T> List<T> all(List<Extraction> each, Function<Extraction, List<T>> part) {
        return each.stream().map(part).flatMap(Collection::stream).toList();
    }
}
