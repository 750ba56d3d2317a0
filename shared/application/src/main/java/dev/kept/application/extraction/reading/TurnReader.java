package dev.kept.application.extraction.reading;

import dev.kept.application.extraction.found.Rejected;
import dev.kept.application.extraction.names.EntityFinder;
import dev.kept.application.extraction.voices.ForeignSigns;
import dev.kept.application.extraction.voices.ForeignSigns.Seen;
import dev.kept.application.extraction.voices.PlainWords;
import dev.kept.application.extraction.voices.RecalledContext;
import dev.kept.application.extraction.voices.Segment;
import dev.kept.application.extraction.voices.Segmenter;
import dev.kept.application.extraction.voices.VisibleText;
import dev.kept.application.extraction.words.Words;
import dev.kept.application.redaction.Redacted;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The first stages: redact, drop recalled context, segment, split into sentences.
///
/// Work is bounded: of a turn at most {@link #SENTENCES_MAX} sentences are read, and a sentence longer than
/// {@link #SENTENCE_CHARACTERS} is no sentence that somebody says, so it is passed over. What a tool or a system says
/// has no sentences at all: it is known only so that it is recognized when somebody repeats it.
public final class TurnReader {
    /// So many sentences of a turn are read; what follows them is not.
    public static final int SENTENCES_MAX = 120;
    static final int SENTENCE_CHARACTERS = 600;
    private static final int FOREIGN_CHARACTERS = 20_000;
    private static final int HELD_BACK_MAX = 10;
    private static final int EXCERPT_CHARACTERS = 200;
    private static final int HEADING_CHARACTERS = 120;

    private final Redactor redactor;
    private final ForeignSigns signs;
    private final EntityFinder entities;
    private final Segmenter segmenter;
    private final SentenceSplitter splitter;

    public TurnReader(Redactor redactor, ForeignSigns signs, EntityFinder entities, Linguistics linguistics) {
        this.redactor = redactor;
        this.signs = signs;
        this.entities = entities;
        this.segmenter = new Segmenter(signs);
        this.splitter = new SentenceSplitter(linguistics);
    }

    /// A turn in which nothing repeats from elsewhere.
    public Reading read(Turn turn) {
        return read(turn, List.of());
    }

    /// @param boilerplate paragraphs of the turn whose sentences nobody reads
    public Reading read(Turn turn, List<String> boilerplate) {
        Redacted redacted = redactor.redact(turn.utterance().content());
        Text read = read(new Text(turn, boilerplate), redacted.text());
        return new Reading(
                turn,
                List.copyOf(read.sentences),
                List.copyOf(read.code),
                redacted.total(),
                Shingles.of(Words.of(read.foreign.toString())),
                List.copyOf(read.heldBack),
                Reading.contentWords(read.sentences, read.code),
                read.sentences.stream().anyMatch(sentence -> entities.namesTechnology(sentence.text())));
    }

    private Text read(Text read, String redacted) {
        String text = RecalledContext.strip(VisibleText.only(redacted));
        segments(read.turn.utterance().role(), text).forEach(read::add);
        return read;
    }

    /// Who speaks where, the speaker's own words sentence by sentence.
    public List<Segment> voices(Turn turn, List<String> boilerplate) {
        String redacted = redactor.redact(turn.utterance().content()).text();
        return List.copyOf(read(new Text(turn, boilerplate), redacted).voices);
    }

    private List<Segment> segments(Role role, String text) {
        return switch (role) {
            case USER -> segmenter.segments(text);
            case ASSISTANT -> segmenter.segmentsOfAssistant(text);
            case TOOL, SYSTEM ->
                Stream.of(text.split("\n\\s*\n", -1))
                        .<Segment>map(Segment.Foreign::new)
                        .toList();
        };
    }

    /// "We deploy to:", but no essay.
    private static boolean isHeading(String text) {
        return text.endsWith(":") && text.length() <= HEADING_CHARACTERS;
    }

    private final class Text {
        private final Turn turn;
        private final List<String> boilerplate;
        private final List<Sentence> sentences = new ArrayList<>();
        private final List<CodeBlock> code = new ArrayList<>();
        private final List<Rejected> heldBack = new ArrayList<>();
        private final StringBuilder foreign = new StringBuilder();
        private final List<Segment> voices = new ArrayList<>();
        private Optional<String> heading = Optional.empty();

        Text(Turn turn, List<String> boilerplate) {
            this.turn = turn;
            this.boilerplate = boilerplate;
        }

        void add(Segment segment) {
            switch (segment) {
                case Segment.Own own -> splitter.parts(own.text()).forEach(this::addSentence);
                case Segment.Code block -> {
                    code.add(new CodeBlock(block.language(), block.text(), sentences.size()));
                    voices.add(block);
                }
                case Segment.Foreign text -> addForeign(text.text());
            }
        }

        private void addSentence(SentenceSplitter.Part part) {
            if (!part.ofItem()) {
                heading = Optional.of(part.text()).filter(TurnReader::isHeading);
            }
            addSentence(part.text(), part.item() ? heading : Optional.empty());
        }

        private void addSentence(String text, Optional<String> headed) {
            if (sentences.size() >= SENTENCES_MAX || text.length() > SENTENCE_CHARACTERS) {
                return;
            }
            Seen seen = Seen.of(text);
            if (signs.claims(seen)) {
                holdBack(text);
            } else if (isBoilerplate(text)) {
                reject(text, Rejected.BOILERPLATE);
            } else if (turn.utterance().role() == Role.USER || !signs.relays(seen)) {
                sentences.add(new Sentence(turn, sentences.size(), text, Words.of(text), headed));
                voices.add(new Segment.Own(text));
            }
        }

        private void addForeign(String text) {
            if (foreign.length() >= FOREIGN_CHARACTERS) {
                return;
            }
            foreign.append(text, 0, Math.min(text.length(), FOREIGN_CHARACTERS)).append('\n');
            voices.add(new Segment.Foreign(Segment.start(text)));
            Seen seen = Seen.of(Segment.start(text));
            if (signs.orders(seen) || signs.claims(seen)) {
                holdBack(text);
            }
        }

        private boolean isBoilerplate(String text) {
            if (boilerplate.isEmpty()) {
                return false;
            }
            String sentence = PlainWords.of(text);
            return boilerplate.stream().anyMatch(paragraph -> PlainWords.holds(paragraph, sentence));
        }

        private void holdBack(String text) {
            reject(text, Rejected.FOREIGN_ORDER);
        }

        private void reject(String text, String reason) {
            if (heldBack.size() < HELD_BACK_MAX) {
                String excerpt = Wording.shortened(text.strip(), EXCERPT_CHARACTERS);
                heldBack.add(new Rejected(turn.id(), excerpt, reason));
            }
        }
    }
}
