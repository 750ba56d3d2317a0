package dev.kept.application.extraction.finders;

import dev.kept.application.extraction.reading.CodeBlock;
import dev.kept.application.extraction.reading.CodeOutline;
import dev.kept.application.extraction.reading.Reading;
import dev.kept.application.extraction.reading.Sentence;
import dev.kept.application.extraction.reading.Window;
import dev.kept.application.extraction.reading.Wording;
import dev.kept.application.extraction.rules.ExtractionRules;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.Trust;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import java.util.List;
import java.util.Optional;

/// Code that counts: a snippet that the user shows as the way it is done, or one of the assistant's that the user took
/// over. Code that is only shown to be debugged is not kept.
final class CodeFinder implements Finder {
    private static final int CODE_CHARACTERS = 2_000;
    private static final int ANSWERS = 3;

    private final ExtractionRules rules;
    private final Wording wording;

    CodeFinder(ExtractionRules rules, Wording wording) {
        this.rules = rules;
        this.wording = wording;
    }

    @Override
    public void find(Window window, Findings findings) {
        declared(window).ifPresent(found -> keep(found, window, Trust.USER, findings));
        takenOver(window).or(() -> adopted(window)).ifPresent(found -> keep(found, window, Trust.ADOPTED, findings));
    }

    private record Snippet(Turn turn, CodeBlock block, List<Sentence> about) {}

    /// Declared in so many words, or shown without asking anything of it.
    private Optional<Snippet> declared(Window window) {
        Reading now = window.now();
        List<Sentence> declaring = now.sentences().stream()
                .filter(sentence -> rules.signals("declares-code", sentence.words()))
                .toList();
        boolean asks = now.sentences().stream()
                .anyMatch(sentence -> sentence.isQuestion()
                        || rules.signals("problem", sentence.words())
                        || rules.signals("asks", sentence.words())
                        || rules.signals("wants-code-read", sentence.words()));
        if (declaring.isEmpty() && (asks || now.sentences().isEmpty())) {
            return Optional.empty();
        }
        return snippet(now)
                .map(block -> new Snippet(
                        now.turn(), block, declaring.isEmpty() ? List.of(introducing(now, block)) : declaring));
    }

    private static Sentence introducing(Reading reading, CodeBlock block) {
        return reading.sentences()
                .get(Math.clamp(
                        block.sentencesBefore() - 1L, 0, reading.sentences().size() - 1));
    }

    /// Spoken of by its name: "useSeatPoll is in, replaced all six places".
    private Optional<Snippet> takenOver(Window window) {
        return window.before().reversed().stream()
                .filter(reading -> reading.isBy(Role.ASSISTANT))
                .limit(ANSWERS)
                .flatMap(reading -> snippet(reading).stream().flatMap(block -> named(window, reading, block).stream()))
                .findFirst();
    }

    private Optional<Snippet> named(Window window, Reading answer, CodeBlock block) {
        List<Sentence> about = window.now().sentences().stream()
                .filter(sentence -> !sentence.isQuestion()
                        && !rules.signals("problem", sentence.words())
                        && CodeNames.in(sentence.text()).stream().anyMatch(block::mentions))
                .toList();
        return about.isEmpty() ? Optional.empty() : Optional.of(new Snippet(answer.turn(), block, about));
    }

    private Optional<Snippet> adopted(Window window) {
        List<Sentence> about = window.now().sentences().stream()
                .filter(sentence -> !sentence.isQuestion())
                .filter(sentence -> rules.signals("adopts-code", sentence.words()))
                .toList();
        return about.isEmpty()
                ? Optional.empty()
                : window.answered()
                        .flatMap(reading -> snippet(reading).map(block -> new Snippet(reading.turn(), block, about)));
    }

    private static Optional<CodeBlock> snippet(Reading reading) {
        return reading.code().reversed().stream()
                .filter(block -> !block.isOutput() && block.isSubstantial())
                .findFirst();
    }

    private void keep(Snippet snippet, Window window, Trust trust, Findings findings) {
        snippet.about().forEach(findings::use);
        String about = wording.content(snippet.about());
        String code = snippet.block().code().strip();
        String kept = code.length() <= CODE_CHARACTERS ? code : CodeOutline.of(code, CODE_CHARACTERS);
        String content = about + "\n```" + snippet.block().language() + "\n" + kept + "\n```";
        List<Turn> sources = snippet.turn().equals(window.now().turn())
                ? List.of(snippet.turn())
                : List.of(snippet.turn(), window.now().turn());
        String summary = CodeOutline.name(code).map(name -> name + ": " + about).orElse(about);
        findings.keep(new Draft(
                MemoryType.CODE,
                content,
                wording.summary(summary),
                0.8,
                sources,
                trust,
                List.of(trust == Trust.USER ? "code declared the standard" : "code that the user took over")));
    }
}
