package dev.kept.benchmarks.learning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.adapters.opennlp.OpenNlpLinguistics;
import dev.kept.application.extraction.consolidation.MemoryTraits;
import dev.kept.application.extraction.found.Candidate;
import dev.kept.application.extraction.found.ExtractionInput;
import dev.kept.application.extraction.pipeline.ExtractionPipeline;
import dev.kept.application.redaction.Redactor;
import dev.kept.benchmarks.JsonLines;
import dev.kept.benchmarks.extraction.Conversation;
import dev.kept.benchmarks.extraction.GoldMemory;
import dev.kept.domain.session.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Examples of what is kept of conversations: what takes the place of what, and how important it is.
final class MemoryLessons {
    static final String UPDATE = "update";

    private final MemoryTraits traits;
    private final ExtractionPipeline pipeline = new ExtractionPipeline(Redactor.standard(), new OpenNlpLinguistics());
    private final Map<Conversation, List<Kept>> kept = new LinkedHashMap<>();

    MemoryLessons(MemoryTraits traits, List<Conversation> talks) {
        this.traits = traits;
        talks.forEach(talk -> kept.put(talk, kept(talk)));
    }

    /// @param session its place in the conversation
    /// @param turn the place of the turn that completes it
    private record Kept(Candidate candidate, int session, int turn) {
        boolean isBefore(Kept other) {
            return session < other.session || (session == other.session && turn < other.turn);
        }

        Set<Integer> hits(Conversation talk) {
            Set<Integer> hits = new HashSet<>();
            for (int i = 0; i < talk.labels().memories().size(); i++) {
                if (talk.labels().memories().get(i).terms().areIn(candidate.content())) {
                    hits.add(i);
                }
            }
            return hits;
        }
    }

    /// Which of what is kept takes the place of which.
    List<Example> updates() {
        List<Example> examples = new ArrayList<>();
        kept.forEach((talk, all) -> {
            for (Kept older : all) {
                all.stream().filter(older::isBefore).forEach(newer -> examples.add(update(talk, older, newer)));
            }
        });
        return examples;
    }

    private List<Kept> kept(Conversation talk) {
        List<Kept> kept = new ArrayList<>();
        List<List<Turn>> sessions = LessonTurns.of(talk);
        for (int i = 0; i < sessions.size(); i++) {
            List<Turn> session = sessions.get(i);
            for (Candidate candidate :
                    pipeline.extract(new ExtractionInput(List.of(), session)).candidates()) {
                int turn = session.stream().map(Turn::id).toList().indexOf(candidate.trigger());
                kept.add(new Kept(candidate, i, turn));
            }
        }
        return kept;
    }

    /// How important what is kept was to a reader, where it is right and nothing took its place since.
    List<Weighed> importance() {
        List<Weighed> weighed = new ArrayList<>();
        kept.forEach((talk, all) -> {
            List<GoldMemory> expected = talk.labels().memories();
            Set<Integer> outdated =
                    expected.stream().flatMap(one -> one.supersedes().stream()).collect(Collectors.toSet());
            for (Kept one : all) {
                one.hits(talk).stream()
                        .filter(hit -> !outdated.contains(hit))
                        .map(expected::get)
                        .findFirst()
                        .ifPresent(gold -> weighed.add(weighed(talk, one.candidate(), gold)));
            }
        });
        return weighed;
    }

    private Weighed weighed(Conversation talk, Candidate candidate, GoldMemory gold) {
        Set<String> factors = new LinkedHashSet<>(traits.importance(candidate.content()));
        boolean takesAPlace = gold.supersedes().isPresent();
        if (takesAPlace) {
            factors.add(MemoryTraits.TAKES_A_PLACE);
        }
        return new Weighed(
                talk.id(),
                candidate.type().name().toLowerCase(Locale.ROOT),
                factors,
                gold.importance(),
                takesAPlace ? MemoryTraits.importanceOfUpdate(candidate.importance()) : candidate.importance());
    }

    private Example update(Conversation talk, Kept older, Kept newer) {
        Set<Integer> old = older.hits(talk);
        boolean takesThePlace = newer.hits(talk).stream()
                .filter(hit -> !old.contains(hit))
                .anyMatch(hit -> talk.labels()
                        .memories()
                        .get(hit)
                        .supersedes()
                        .filter(old::contains)
                        .isPresent());
        Map<String, Double> signs = traits.update(
                older.candidate().type(),
                older.candidate().content(),
                newer.candidate().type(),
                newer.candidate().content(),
                older.session() == newer.session());
        return new Example(talk.id(), takesThePlace ? UPDATE : Example.NONE, Set.of(), signs, Example.OF_TALK);
    }

    /// The same of single pairs.
    List<Example> pairs(Path file) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (JsonNode line : JsonLines.of(file)) {
            Map<String, Double> signs =
                    traits.update(line.path("old").asText(), line.path("new").asText());
            boolean contradicts = line.path("y").asText().equals("contradicts");
            examples.add(new Example("", contradicts ? UPDATE : Example.NONE, Set.of(), signs, 1));
        }
        return examples;
    }
}
