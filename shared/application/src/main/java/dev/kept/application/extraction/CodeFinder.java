package dev.kept.application.extraction;

import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.Trust;
import dev.kept.domain.session.Turn;
import java.util.List;
import java.util.Optional;

/// Code that counts: a snippet that the user declares to be the way it is done, or one of the assistant's that the
/// user took over. Code that is only shown to be debugged is not kept.
final class CodeFinder implements Finder {
    private static final int CODE_CHARACTERS = 2_000;

    private final ExtractionRules rules;
    private final Wording wording;

    CodeFinder(ExtractionRules rules, Wording wording) {
        this.rules = rules;
        this.wording = wording;
    }

    @Override
    public void find(Window window, Findings findings) {
        declared(window).ifPresent(found -> keep(found, window, Trust.USER, findings));
        adopted(window).ifPresent(found -> keep(found, window, Trust.ADOPTED, findings));
    }

    private record Snippet(Turn turn, CodeBlock block, List<Sentence> about) {}

    private Optional<Snippet> declared(Window window) {
        Reading now = window.now();
        List<Sentence> about = now.sentences().stream()
                .filter(sentence -> rules.signals("declares-code", sentence.words()))
                .toList();
        return about.isEmpty() ? Optional.empty() : snippet(now, about);
    }

    private Optional<Snippet> adopted(Window window) {
        Optional<Reading> answered = window.answered();
        List<Sentence> about = window.now().sentences().stream()
                .filter(sentence -> !sentence.isQuestion())
                .filter(sentence -> rules.signals("adopts-code", sentence.words()))
                .toList();
        return about.isEmpty() ? Optional.empty() : answered.flatMap(reading -> snippet(reading, about));
    }

    private static Optional<Snippet> snippet(Reading reading, List<Sentence> about) {
        return reading.code().reversed().stream()
                .filter(block -> !block.isOutput() && block.code().lines().count() >= 2)
                .findFirst()
                .map(block -> new Snippet(reading.turn(), block, about));
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
