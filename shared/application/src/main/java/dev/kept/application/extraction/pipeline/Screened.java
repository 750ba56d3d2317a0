package dev.kept.application.extraction.pipeline;

import dev.kept.application.extraction.found.Candidate;
import dev.kept.application.extraction.found.Extracted;
import dev.kept.application.extraction.found.Extraction;
import dev.kept.application.extraction.found.ExtractionInput;
import dev.kept.application.extraction.found.Extractor;
import dev.kept.application.extraction.found.Rejected;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.application.extraction.rules.OwnVerdict;
import dev.kept.application.extraction.words.ContentWords;
import dev.kept.application.extraction.words.Words;
import dev.kept.domain.id.TurnId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Holds another reader, such as a model, to own rules: what is never kept is taken out of its
/// answer, and what is always kept is added where the rules find it and the other did not.
final class Screened implements Extractor {
    /// A model tells the same in words of its own.
    private static final double SAME = 0.5;

    private final Extractor other;
    private final ExtractionPipeline pipeline;
    private final ExtractionRules rules;

    Screened(Extractor other, ExtractionPipeline pipeline, ExtractionRules rules) {
        this.other = other;
        this.pipeline = pipeline;
        this.rules = rules;
    }

    @Override
    public Extracted read(ExtractionInput input) {
        Extracted found = other.read(input);
        List<Extraction> byRules = pipeline.extractEach(input);
        List<Extraction> each = IntStream.range(0, byRules.size())
                .mapToObj(i -> screened(found.each().get(i), byRules.get(i)))
                .toList();
        return new Extracted(each, found.method());
    }

    @Override
    public Extractor frugal() {
        return new Screened(other.frugal(), pipeline, rules);
    }

    private Extraction screened(Extraction found, Extraction byRules) {
        List<Candidate> allowed = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>(found.rejected());
        for (Candidate candidate : found.candidates()) {
            rules.verdict(Words.of(candidate.content()))
                    .filter(OwnVerdict.Never.class::isInstance)
                    .ifPresentOrElse(
                            verdict -> rejected.add(refused(candidate, verdict)), () -> allowed.add(candidate));
        }
        Stream<Candidate> wanted = byRules.candidates().stream()
                .filter(this::isAlwaysKept)
                .filter(candidate -> allowed.stream().noneMatch(one -> tellsTheSame(one, candidate)));
        return new Extraction(
                Stream.concat(allowed.stream(), wanted).toList(),
                rejected,
                found.entities(),
                found.relations(),
                byRules.retractions(),
                found.redactions());
    }

    private boolean isAlwaysKept(Candidate candidate) {
        return rules.verdict(Words.of(candidate.content()))
                .filter(OwnVerdict.Always.class::isInstance)
                .isPresent();
    }

    private static Rejected refused(Candidate candidate, OwnVerdict verdict) {
        TurnId turn = candidate.trigger();
        return new Rejected(turn, candidate.content(), verdict.why());
    }

    private static boolean tellsTheSame(Candidate one, Candidate other) {
        Set<String> words = ContentWords.of(other.content());
        long shared =
                ContentWords.of(one.content()).stream().filter(words::contains).count();
        return shared >= SAME * words.size();
    }
}
