package dev.kept.application.extraction.finders;

import dev.kept.application.extraction.names.EntityFinder;
import dev.kept.application.extraction.reading.Gist;
import dev.kept.application.extraction.reading.Reading;
import dev.kept.application.extraction.reading.Sentence;
import dev.kept.application.extraction.reading.Window;
import dev.kept.application.extraction.reading.Wording;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.application.extraction.words.ContentWords;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.Trust;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A problem with its fix: the user reports it, the assistant proposes what to do, the user confirms that it helped;
/// or the user tells problem and fix in one turn.
///
/// People confirm in any words ("cookie version deployed, number is right after a reload"), so whether a turn confirms
/// is a matter of fitted weights: of its words, and of how much of the proposal and of the problem comes up again.
final class FixFinder implements Finder {
    private static final FittedWeights FITTED = FittedWeights.read("fix-weights.tsv");
    private static final double CONFIRMED = 0.35;

    /// Told as a problem, or three words of it came up again.
    private static final double PROBLEM = 1.5;

    private static final int PROBLEM_CHARACTERS = 220;
    private static final int FIX_CHARACTERS = 260;
    private static final int OUTCOME_SENTENCES = 4;

    private final ExtractionRules rules;
    private final Judge judge;
    private final Traits traits;
    private final FixTraits fixTraits;
    private final Leaning leaning;
    private final Wording wording;

    FixFinder(ExtractionRules rules, EntityFinder entities, Leaning leaning, Wording wording) {
        this.rules = rules;
        this.judge = new Judge(rules);
        this.traits = new Traits(rules, entities);
        this.fixTraits = new FixTraits(rules);
        this.leaning = leaning;
        this.wording = wording;
    }

    private record Report(Turn turn, String text) {}

    @Override
    public void find(Window window, Findings findings) {
        if (confirms(window)) {
            problem(window).ifPresent(report -> keepConfirmed(window, report, findings));
        } else {
            keepToldAtOnce(window, window.now().sentences(), findings);
        }
    }

    private boolean confirms(Window window) {
        boolean answered = window.before().stream().anyMatch(reading -> reading.isBy(Role.ASSISTANT));
        double odds = answered ? FITTED.odds(fixTraits.of(window))[0] : Double.NEGATIVE_INFINITY;
        return 1 / (1 + Math.exp(-odds)) >= CONFIRMED;
    }

    /// What the user told before an assistant spoke: told as a problem, and most of it spoken of since.
    private Optional<Report> problem(Window window) {
        record Told(Reading reading, int position, double score) {}
        List<Told> told = new ArrayList<>();
        boolean answered = false;
        for (int i = window.before().size() - 1; i >= 0; i--) {
            Reading reading = window.before().get(i);
            answered |= reading.isBy(Role.ASSISTANT);
            if (answered && reading.isBy(Role.USER)) {
                double recency = -0.3 * (window.before().size() - i);
                told.add(new Told(reading, i, problemScore(reading, window) + recency));
            }
        }
        return told.stream()
                .filter(one -> problemScore(one.reading(), window) >= PROBLEM)
                .sorted(Comparator.comparingDouble(Told::score).reversed())
                .flatMap(one -> report(one.reading()).stream())
                .findFirst();
    }

    private double problemScore(Reading reading, Window window) {
        boolean output = reading.code().stream()
                .anyMatch(block -> ErrorLine.in(block.code()).isPresent());
        boolean named = reading.sentences().stream().anyMatch(this::isProblem);
        long spokenOf = Gist.shared(reading.contentWords(), window.now().contentWords())
                + window.answered()
                        .map(answer -> Gist.shared(reading.contentWords(), answer.contentWords()))
                        .orElse(0L);
        return (named ? 2 : 0) + (output ? 2 : 0) + 0.5 * Math.min(spokenOf, 4);
    }

    private boolean isProblem(Sentence sentence) {
        return rules.signals("problem", sentence.words()) && !judge.isPersonal(sentence);
    }

    private Optional<Report> report(Reading reading) {
        Optional<String> output = reading.code().stream()
                .flatMap(block -> ErrorLine.in(block.code()).stream())
                .findFirst();
        List<Sentence> impersonal = reading.sentences().stream()
                .filter(sentence -> !judge.isPersonal(sentence))
                .toList();
        List<Sentence> problems = impersonal.stream().filter(this::isProblem).toList();
        String told = wording.content(problems.isEmpty() ? impersonal : leaning.supported(problems, reading));
        String text = told
                + output.map(line -> told.isBlank() ? line : " (" + line + ")").orElse("");
        return text.isBlank()
                ? Optional.empty()
                : Optional.of(new Report(reading.turn(), Wording.shortened(text, PROBLEM_CHARACTERS)));
    }

    private void keepConfirmed(Window window, Report problem, Findings findings) {
        List<Sentence> outcome = outcome(window, findings);
        if (outcome.isEmpty()) {
            return;
        }
        Optional<Sentence> proposal = proposal(window, problem.turn(), outcome);
        List<Turn> sources = new ArrayList<>(List.of(problem.turn()));
        StringBuilder content = new StringBuilder(problem.text());
        proposal.ifPresent(sentence -> {
            sources.add(sentence.turn());
            content.append(" — ").append(Wording.shortened(wording.content(List.of(sentence)), FIX_CHARACTERS));
        });
        sources.add(window.now().turn());
        String confirmation = wording.content(outcome);
        content.append(" — Fixed: ").append(confirmation);
        outcome.forEach(findings::use);
        findings.keep(new Draft(
                MemoryType.ERROR,
                content.toString(),
                wording.summary(problem.text() + ". " + confirmation),
                0.85,
                sources,
                proposal.isPresent() ? Trust.ADOPTED : Trust.USER,
                List.of("a problem whose fix the user confirmed")));
    }

    /// The sentences that tell what was done and how it came out; what else the turn says is for others to find.
    private List<Sentence> outcome(Window window, Findings findings) {
        Set<String> spokenOf = spokenOf(window);
        Map<Integer, Set<String>> seen = traits.of(window);
        return window.now().sentences().stream()
                .filter(sentence -> !sentence.isQuestion() && !judge.isPersonal(sentence))
                .filter(sentence -> !findings.isUsed(sentence) || rules.signals("fixed", sentence.words()))
                .filter(sentence -> belongs(sentence, seen, spokenOf))
                .limit(OUTCOME_SENTENCES)
                .toList();
    }

    private boolean belongs(Sentence sentence, Map<Integer, Set<String>> seen, Set<String> spokenOf) {
        Set<String> words = ContentWords.of(sentence.text());
        return Gist.shared(words, spokenOf) >= 1
                || rules.signals("fixed", sentence.words())
                || rules.signals("solved", sentence.words())
                || new TypeScores(rules.cues(sentence.words()), seen.getOrDefault(sentence.position(), Set.of()))
                                .best(Set.of(MemoryType.CODE))
                        == MemoryType.ERROR;
    }

    private static Set<String> spokenOf(Window window) {
        Set<String> words = new HashSet<>();
        window.before().reversed().stream().limit(3).forEach(reading -> words.addAll(reading.contentWords()));
        return words;
    }

    /// The assistant's sentence since the problem that shares most words with the outcome; of equals the first.
    private Optional<Sentence> proposal(Window window, Turn problem, List<Sentence> outcome) {
        Set<String> said = new HashSet<>();
        outcome.forEach(sentence -> said.addAll(ContentWords.of(sentence.text())));
        return window.before().stream()
                .filter(reading -> reading.isBy(Role.ASSISTANT))
                .filter(reading -> reading.turn().id().compareTo(problem.id()) > 0)
                .flatMap(reading -> reading.sentences().stream())
                .filter(sentence -> !sentence.isQuestion() && !judge.isSmallTalk(sentence.words()))
                .max(Comparator.<Sentence>comparingLong(sentence -> Gist.shared(ContentWords.of(sentence.text()), said))
                        .thenComparingInt(sentence -> -sentence.position()));
    }

    private void keepToldAtOnce(Window window, List<Sentence> sentences, Findings findings) {
        for (int i = 0; i < sentences.size(); i++) {
            Sentence problem = sentences.get(i);
            boolean inOne = isProblem(problem) && rules.signals("solved", problem.words());
            boolean inNext = i + 1 < sentences.size()
                    && isProblem(problem)
                    && rules.signals("solved", sentences.get(i + 1).words());
            if (!problem.isQuestion() && (inOne || inNext)) {
                List<Sentence> both = inOne ? List.of(problem) : List.of(problem, sentences.get(i + 1));
                both.forEach(findings::use);
                String content = wording.content(both);
                findings.keep(new Draft(
                        MemoryType.ERROR,
                        content,
                        wording.summary(content),
                        0.75,
                        List.of(window.now().turn()),
                        Trust.USER,
                        List.of("a problem told with its cause or fix")));
                return;
            }
        }
    }
}
