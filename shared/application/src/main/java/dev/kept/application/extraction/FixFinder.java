package dev.kept.application.extraction;

import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.Trust;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A problem with its fix: the user reports it, the assistant proposes what to do, the user confirms that it helped;
/// or the user tells problem and fix in one turn.
final class FixFinder implements Finder {
    /// A confirmation that may mean something else counts when it repeats so many words of the proposal.
    private static final int SHARED_WORDS = 3;

    private static final int PROBLEM_CHARACTERS = 220;
    private static final int FIX_CHARACTERS = 260;

    private final ExtractionRules rules;
    private final Judge judge;
    private final Wording wording;

    FixFinder(ExtractionRules rules, Wording wording) {
        this.rules = rules;
        this.judge = new Judge(rules);
        this.wording = wording;
    }

    private record Report(Turn turn, String text) {}

    @Override
    public void find(Window window, Findings findings) {
        List<Sentence> sentences = window.now().sentences();
        List<Sentence> confirming = sentences.stream().filter(this::confirms).toList();
        Optional<Report> problem =
                confirming.isEmpty() ? Optional.empty() : earlierProblem(window).or(() -> lastExchange(window));
        if (problem.isPresent()) {
            keepConfirmed(window, problem.get(), confirming, findings);
        } else {
            keepToldAtOnce(window, sentences, findings);
        }
    }

    private boolean confirms(Sentence sentence) {
        return !sentence.isQuestion() && rules.signals("fixed", sentence.words()) && !judge.isPersonal(sentence);
    }

    private boolean isProblem(Sentence sentence) {
        return rules.signals("problem", sentence.words()) && !judge.isPersonal(sentence);
    }

    /// The latest problem that the user reported before an assistant spoke.
    private Optional<Report> earlierProblem(Window window) {
        boolean answered = false;
        for (Reading reading : window.before().reversed()) {
            answered |= reading.isBy(Role.ASSISTANT);
            if (answered && reading.isBy(Role.USER)) {
                Optional<Report> report = report(reading);
                if (report.isPresent()) {
                    return report;
                }
            }
        }
        return Optional.empty();
    }

    /// "That was it!" speaks of what was talked about last, in whatever words the problem was told.
    private Optional<Report> lastExchange(Window window) {
        List<Sentence> said = window.now().sentences();
        boolean sure = said.stream().anyMatch(sentence -> rules.signals("fixed-for-sure", sentence.words()));
        Optional<Sentence> proposal = window.answered().stream()
                .flatMap(reading -> reading.sentences().stream())
                .filter(sentence -> shared(sentence, said) >= (sure ? 1 : SHARED_WORDS))
                .findFirst();
        return window.before().reversed().stream()
                .filter(reading -> reading.isBy(Role.USER) && proposal.isPresent())
                .findFirst()
                .map(reading -> new Report(
                        reading.turn(), Wording.shortened(wording.content(impersonal(reading)), PROBLEM_CHARACTERS)))
                .filter(report -> !report.text().isBlank());
    }

    private List<Sentence> impersonal(Reading reading) {
        return reading.sentences().stream()
                .filter(sentence -> !judge.isPersonal(sentence))
                .toList();
    }

    private Optional<Report> report(Reading reading) {
        Optional<String> output = reading.code().stream()
                .flatMap(block -> ErrorLine.in(block.code()).stream())
                .findFirst();
        Optional<String> told = reading.sentences().stream()
                .filter(this::isProblem)
                .map(Sentence::text)
                .findFirst();
        if (output.isEmpty() && told.isEmpty()) {
            return Optional.empty();
        }
        String text = told.map(wording::clean).orElse("")
                + output.map(line -> told.isPresent() ? " (" + line + ")" : line)
                        .orElse("");
        return Optional.of(new Report(reading.turn(), Wording.shortened(text, PROBLEM_CHARACTERS)));
    }

    private void keepConfirmed(Window window, Report problem, List<Sentence> confirming, Findings findings) {
        List<Turn> sources = new ArrayList<>(List.of(problem.turn()));
        Optional<Sentence> proposal =
                proposal(window, problem.turn(), window.now().sentences());
        List<Sentence> told = window.now().sentences().stream()
                .filter(sentence -> confirming.contains(sentence) || repeats(sentence, proposal))
                .toList();
        String confirmation = wording.content(told);
        StringBuilder content = new StringBuilder(problem.text());
        proposal.ifPresent(sentence -> {
            sources.add(sentence.turn());
            content.append(" — ").append(Wording.shortened(sentence.text(), FIX_CHARACTERS));
        });
        sources.add(window.now().turn());
        content.append(" — Fixed: ").append(confirmation);
        told.forEach(findings::use);
        findings.keep(new Draft(
                MemoryType.ERROR,
                content.toString(),
                wording.summary(problem.text() + ". " + confirmation),
                0.85,
                sources,
                proposal.isPresent() ? Trust.ADOPTED : Trust.USER,
                List.of("a problem whose fix the user confirmed")));
    }

    /// The assistant's sentence since the problem that shares most words with the confirmation; of equals the first.
    private static Optional<Sentence> proposal(Window window, Turn problem, List<Sentence> confirming) {
        return window.before().stream()
                .filter(reading -> reading.isBy(Role.ASSISTANT))
                .filter(reading -> reading.turn().id().compareTo(problem.id()) > 0)
                .flatMap(reading -> reading.sentences().stream())
                .filter(sentence -> !sentence.isQuestion())
                .max(Comparator.<Sentence>comparingLong(sentence -> shared(sentence, confirming))
                        .thenComparingInt(sentence -> -sentence.position()));
    }

    private boolean repeats(Sentence sentence, Optional<Sentence> proposal) {
        return !judge.isPersonal(sentence)
                && !sentence.isQuestion()
                && proposal.map(it -> shared(it, List.of(sentence)) >= 2).orElse(false);
    }

    private static long shared(Sentence sentence, List<Sentence> confirming) {
        return ContentWords.of(sentence.text()).stream()
                .filter(word -> confirming.stream()
                        .anyMatch(other -> ContentWords.of(other.text()).contains(word)))
                .count();
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
