package dev.kept.application.extraction.finders;

import dev.kept.application.extraction.dates.Dating;
import dev.kept.application.extraction.found.Retraction;
import dev.kept.application.extraction.reading.Gist;
import dev.kept.application.extraction.reading.Sentence;
import dev.kept.application.extraction.reading.Window;
import dev.kept.application.extraction.reading.Wording;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.application.extraction.words.ContentWords;
import dev.kept.application.extraction.words.Words;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.Trust;
import dev.kept.domain.session.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the user takes back: "forget that", "scratch the 4pm thing, it's 5", "no, July 3, not June 12".
///
/// Which memory is meant is not known here, only the words for it, or the turn that said it. When something else is
/// said instead, it is kept with the subject of what it corrects.
final class RetractionFinder implements Finder {
    private static final int TURNS_BACK = 4;
    private static final int TELLING_WORDS = 2;
    private static final double CONFIDENCE = 0.8;
    private static final String REASON = "taken back";

    private final ExtractionRules rules;
    private final Correction correction;
    private final Judge judge;
    private final Wording wording;

    RetractionFinder(ExtractionRules rules, Correction correction, Wording wording) {
        this.rules = rules;
        this.correction = correction;
        this.judge = new Judge(rules);
        this.wording = wording;
    }

    @Override
    public void find(Window window, Findings findings) {
        for (Sentence sentence : window.now().sentences()) {
            if (findings.retractions().size() < Findings.RETRACTIONS_MAX) {
                TakenBack.of(sentence, rules).ifPresent(taken -> take(taken, sentence, window, findings));
            }
        }
    }

    private void take(TakenBack taken, Sentence sentence, Window window, Findings findings) {
        Optional<Sentence> target = target(taken, sentence, window);
        Optional<String> instead = instead(taken, sentence, target);
        if (instead.isPresent()) {
            keep(instead.get(), sentence, findings);
        } else if (!taken.outright()) {
            return;
        }
        findings.use(sentence);
        findings.reject(sentence, REASON);
        Optional<Sentence> inThisTurn =
                target.filter(it -> it.turn().id().equals(sentence.turn().id()));
        inThisTurn.ifPresent(said -> {
            findings.use(said);
            findings.reject(said, REASON);
        });
        if (inThisTurn.isEmpty()) {
            retraction(taken, target, instead).ifPresent(findings::takeBack);
        }
    }

    private Optional<Retraction> retraction(TakenBack taken, Optional<Sentence> target, Optional<String> instead) {
        boolean dependent = instead.isPresent() && !correction.standsAlone(taken.rest());
        if (!taken.what().isEmpty()) {
            return Optional.of(new Retraction(taken.what(), Optional.empty(), instead, dependent));
        }
        return target.map(said -> {
            Set<String> words = ContentWords.of(said.text());
            TurnId turn = said.turn().id();
            return new Retraction(words, Optional.of(turn), instead, dependent);
        });
    }

    private Optional<String> instead(TakenBack taken, Sentence sentence, Optional<Sentence> target) {
        if (taken.rest().isEmpty()) {
            return Optional.empty();
        }
        Sentence rest = new Sentence(sentence.turn(), sentence.position(), taken.rest(), Words.of(taken.rest()));
        TypeScores scores = new TypeScores(rules.cues(rest.words()), Set.of());
        if (judge.isPersonal(rest)
                || (taken.outright() && judge.objection(rest, scores).isPresent())) {
            return Optional.empty();
        }
        Optional<String> said = taken.outright() && correction.standsAlone(taken.rest())
                ? Optional.of(taken.rest()).filter(_ -> correction.tells(taken.rest()) || scores.strength() >= 2)
                : target.flatMap(before -> correction.of(before, taken));
        boolean oneDay = target.stream().allMatch(it -> Dating.day(it.turn()).equals(Dating.day(sentence.turn())));
        return said.map(content -> oneDay ? wording.dated(content, sentence.turn()) : content)
                .map(content -> wording.withSpeaker(content, sentence.turn()));
    }

    private void keep(String content, Sentence sentence, Findings findings) {
        TypeScores scores = new TypeScores(rules.cues(Words.of(content)), Set.of());
        findings.keep(new Draft(
                scores.best(),
                content,
                wording.summary(content),
                CONFIDENCE,
                List.of(sentence.turn()),
                Trust.USER,
                List.of("corrects what was said before")));
    }

    /// What is most like the words, or what was said last.
    private Optional<Sentence> target(TakenBack taken, Sentence sentence, Window window) {
        List<Sentence> before = Stream.concat(
                        window.before().stream()
                                .filter(reading -> reading.isBy(Role.USER))
                                .flatMap(reading -> reading.sentences().stream()),
                        window.now().sentences().stream().limit(sentence.position()))
                .filter(it -> !it.isQuestion() && ContentWords.of(it.text()).size() >= TELLING_WORDS)
                .toList()
                .reversed();
        if (taken.what().isEmpty()) {
            return before.stream().findFirst().filter(said -> isRecent(said, sentence, window));
        }
        return before.stream()
                .filter(said -> 2 * shared(taken, said) >= taken.what().size())
                .max(Comparator.comparingLong(said -> shared(taken, said)));
    }

    private static long shared(TakenBack taken, Sentence said) {
        return Gist.shared(taken.what(), ContentWords.of(said.text()));
    }

    /// Said by the user right before: in this turn, or in the latest turn that is theirs.
    private static boolean isRecent(Sentence said, Sentence sentence, Window window) {
        TurnId turn = said.turn().id();
        return turn.equals(sentence.turn().id())
                || window.latest(TURNS_BACK).reversed().stream()
                        .skip(1)
                        .filter(reading -> reading.isBy(Role.USER))
                        .findFirst()
                        .filter(reading -> reading.turn().id().equals(turn))
                        .isPresent();
    }
}
