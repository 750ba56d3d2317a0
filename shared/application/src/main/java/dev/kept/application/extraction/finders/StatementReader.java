package dev.kept.application.extraction.finders;

import dev.kept.application.extraction.names.EntityFinder;
import dev.kept.application.extraction.reading.Sentence;
import dev.kept.application.extraction.reading.Window;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.application.extraction.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the sentences of one turn in order: each is judged and typed by its own cues and by what it answers;
/// sentences that only go on about the one before ("it bit us once") join it, and a few words that only name the
/// subject ("planning Lisbon!") lead the one after.
final class StatementReader {
    /// How likely a sentence must be worth keeping; with a decisive rule on its side, how likely at least.
    private static final double WORTH = 0.42;

    private static final double WORTH_IF_STRONG = 0.12;
    private static final double STRONG = 3;
    private static final int LEAD_WORDS = 5;

    private static final String HEADING = "introduces what follows";

    /// What is not kept for these reasons may still tell what the next sentence is about.
    private static final Set<String> FIT =
            Set.of("question", HEADING, "problem without a confirmed fix", "a request for now");

    private final ExtractionRules rules;
    private final Judge judge;
    private final Traits traits;
    private final Leaning leaning;
    private final Joining joining;
    private final Window window;
    private final Findings findings;
    private final List<Statement> statements = new ArrayList<>();
    private boolean joinable;
    private Optional<Sentence> lead = Optional.empty();
    private final Set<Integer> unfit = new HashSet<>();

    StatementReader(ExtractionRules rules, Leaning leaning, EntityFinder entities, Window window, Findings findings) {
        this.rules = rules;
        this.judge = new Judge(rules);
        this.leaning = leaning;
        this.joining = new Joining(rules, leaning);
        this.traits = new Traits(rules, entities);
        this.window = window;
        this.findings = findings;
    }

    List<Statement> statements() {
        List<Sentence> led =
                window.now().sentences().stream().map(Sentence::led).toList();
        Map<Integer, Set<String>> seen =
                traits.of(new Window(window.before(), window.now().with(led)));
        for (Sentence sentence : window.now().sentences()) {
            joinable =
                    !findings.isUsed(sentence) && consider(sentence, seen.getOrDefault(sentence.position(), Set.of()));
        }
        return List.copyOf(statements);
    }

    private boolean consider(Sentence sentence, Set<String> seen) {
        Sentence led = sentence.led();
        TypeScores own = new TypeScores(rules.cues(led.words()), seen);
        Optional<String> objection = objection(led, own);
        if (objection.isPresent()) {
            findings.reject(sentence, objection.get());
            if (!FIT.contains(objection.get())) {
                unfit.add(sentence.position());
            }
            lead = Optional.empty();
            return false;
        }
        if (joinable && own.strength() < STRONG && rules.signals("takes-leave", sentence.words())) {
            findings.reject(sentence, "small talk");
            return true;
        }
        if (joinable && joining.joins(sentence, own, statements.getLast())) {
            statements.add(statements.removeLast().joined(sentence, own));
            return true;
        }
        return starts(sentence, own);
    }

    private Optional<String> objection(Sentence sentence, TypeScores own) {
        boolean heads = window.now().sentences().stream()
                .anyMatch(item -> item.heading().equals(Optional.of(sentence.text())));
        return heads ? Optional.of(HEADING) : judge.objection(sentence, own).or(() -> judge.unsolved(sentence, own));
    }

    private boolean starts(Sentence sentence, TypeScores own) {
        Optional<Sentence> question = statements.isEmpty() ? window.question() : Optional.empty();
        if (own.worth() < needed(sentence.led(), own)) {
            findings.reject(sentence, "says nothing to keep");
            lead = Optional.of(sentence).filter(this::namesSubject);
            return false;
        }
        boolean leans = sentence.heading().isEmpty() && leaning.leans(sentence);
        List<Sentence> sentences =
                new ArrayList<>(lead.or(() -> support(sentence, leans)).stream().toList());
        boolean needsQuestion = needsQuestion(sentence) || (leans && sentences.isEmpty());
        sentences.add(sentence);
        lead = Optional.empty();
        statements.add(new Statement(sentences, own, question.filter(_ -> needsQuestion)));
        return true;
    }

    /// What it leans on, unless that is not to be kept or another finder keeps it.
    private Optional<Sentence> support(Sentence sentence, boolean leans) {
        return leans
                ? leaning.support(sentence, window.now())
                        .filter(before -> !findings.isUsed(before) && !unfit.contains(before.position()))
                        .filter(before -> statements.stream()
                                .noneMatch(kept -> kept.sentences().contains(before)))
                : Optional.empty();
    }

    private boolean namesSubject(Sentence sentence) {
        return sentence.words().count() <= LEAD_WORDS
                && !judge.isSmallTalk(sentence.words())
                && !rules.signals("leads-in", Words.of(sentence.text().replaceFirst("[.!:,\\s]+$", "")));
    }

    private double needed(Sentence sentence, TypeScores own) {
        if (rules.signals("asks-to-remember", sentence.words())) {
            return 0;
        }
        return own.strength() >= STRONG ? WORTH_IF_STRONG : WORTH;
    }

    private boolean needsQuestion(Sentence sentence) {
        int words = sentence.words().count();
        if (sentence.heading().isPresent()) {
            return false;
        }
        return words <= 4
                || (words <= 9 && rules.signals("answers", sentence.words()))
                || (words <= 14 && leaning.isFragment(sentence));
    }
}
