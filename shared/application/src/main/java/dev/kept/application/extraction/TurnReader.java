package dev.kept.application.extraction;

import dev.kept.application.redaction.Redacted;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.session.Turn;
import java.util.ArrayList;
import java.util.List;

/// The first stages: redact, drop recalled context, segment, split into sentences.
///
/// Work is bounded: of a turn at most {@link #SENTENCES_MAX} sentences are read, and a sentence longer than
/// {@link #SENTENCE_CHARACTERS} is no sentence that somebody says, so it is passed over.
final class TurnReader {
    static final int SENTENCES_MAX = 120;
    static final int SENTENCE_CHARACTERS = 600;
    private static final int PROSE_CHARACTERS = 20_000;

    private final Redactor redactor;
    private final Segmenter segmenter;
    private final SentenceSplitter splitter;

    TurnReader(Redactor redactor, Segmenter segmenter, Linguistics linguistics) {
        this.redactor = redactor;
        this.segmenter = segmenter;
        this.splitter = new SentenceSplitter(linguistics);
    }

    Reading read(Turn turn) {
        Redacted redacted = redactor.redact(turn.utterance().content());
        String text = RecalledContext.strip(redacted.text());
        List<Sentence> sentences = new ArrayList<>();
        List<CodeBlock> code = new ArrayList<>();
        int prose = 0;
        for (Segment segment : segmenter.segments(text)) {
            switch (segment) {
                case Segment.Own own -> {
                    prose += own.text().length();
                    if (prose <= PROSE_CHARACTERS) {
                        addSentences(turn, own.text(), sentences);
                    }
                }
                case Segment.Code block -> code.add(new CodeBlock(block.language(), block.text(), sentences.size()));
                case Segment.Foreign _ -> {}
            }
        }
        return new Reading(turn, List.copyOf(sentences), List.copyOf(code), redacted.total());
    }

    private void addSentences(Turn turn, String text, List<Sentence> sentences) {
        for (String sentence : splitter.split(text)) {
            if (sentences.size() < SENTENCES_MAX && sentence.length() <= SENTENCE_CHARACTERS) {
                sentences.add(new Sentence(turn, sentences.size(), sentence, Words.of(sentence)));
            }
        }
    }
}
