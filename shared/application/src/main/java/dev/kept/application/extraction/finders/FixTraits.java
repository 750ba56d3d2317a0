package dev.kept.application.extraction.finders;

import dev.kept.application.extraction.reading.Gist;
import dev.kept.application.extraction.reading.Reading;
import dev.kept.application.extraction.reading.Window;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.application.extraction.words.WordClasses;
import dev.kept.domain.session.Role;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What can be seen of a turn that may confirm a fix: its words, the rules that it meets, and how much of the proposal
/// and of the problem before it comes up again.
final class FixTraits {
    private static final List<String> SIGNALS =
            List.of("fixed", "fixed-for-sure", "solved", "problem", "accepts", "asks", "changes");
    private static final int PROPOSALS = 3;
    private static final int REPEATED_MAX = 6;
    private static final int WORDS_MAX = 120;
    private static final int RECENT = 3;
    private static final int WORDS_A_STEP = 6;
    private static final int LENGTHS = 6;

    private final ExtractionRules rules;

    FixTraits(ExtractionRules rules) {
        this.rules = rules;
    }

    Set<String> of(Window window) {
        Reading now = window.now();
        Set<String> traits = new LinkedHashSet<>();
        now.sentences().stream()
                .flatMap(sentence -> sentence.words().tokens().stream())
                .limit(WORDS_MAX)
                .forEach(word -> traits.add("word " + WordClasses.classOf(word)));
        SIGNALS.stream().filter(signal -> signals(signal, now)).forEach(signal -> traits.add("sign " + signal));
        addProposals(window, traits);
        addProblem(window, traits);
        if (!now.sentences().isEmpty() && now.sentences().getLast().isQuestion()) {
            traits.add("question");
        }
        if (window.question().isPresent()) {
            traits.add("answer");
        }
        if (!now.code().isEmpty()) {
            traits.add("code");
        }
        traits.add("length " + Math.min(LENGTHS, now.contentWords().size() / WORDS_A_STEP));
        return traits;
    }

    private boolean signals(String signal, Reading reading) {
        return reading.sentences().stream().anyMatch(sentence -> rules.signals(signal, sentence.words()));
    }

    private void addProposals(Window window, Set<String> traits) {
        List<Reading> proposals = window.before().reversed().stream()
                .filter(reading -> reading.isBy(Role.ASSISTANT))
                .limit(PROPOSALS)
                .toList();
        if (!proposals.isEmpty()) {
            addSteps("of the proposal ", repeated(window.now(), proposals.getFirst()), traits);
            long most = proposals.stream()
                    .mapToLong(proposal -> repeated(window.now(), proposal))
                    .max()
                    .orElse(0);
            addSteps("of a proposal ", most, traits);
        }
    }

    private void addProblem(Window window, Set<String> traits) {
        List<Reading> before = window.before();
        boolean answered = false;
        long most = 0;
        for (int i = before.size() - 1; i >= 0; i--) {
            Reading reading = before.get(i);
            answered |= reading.isBy(Role.ASSISTANT);
            if (answered && reading.isBy(Role.USER) && signals("problem", reading)) {
                traits.add("problem before");
                if (i >= before.size() - RECENT) {
                    traits.add("problem right before");
                }
                most = Math.max(most, repeated(window.now(), reading));
            }
        }
        addSteps("of the problem ", most, traits);
    }

    private static long repeated(Reading now, Reading before) {
        return Gist.shared(now.contentWords(), before.contentWords());
    }

    /// One trait for each word more, so that the weights grow as they do in the data.
    private static void addSteps(String name, long count, Set<String> traits) {
        for (int i = 1; i <= Math.min(REPEATED_MAX, count); i++) {
            traits.add(name + i);
        }
    }
}
