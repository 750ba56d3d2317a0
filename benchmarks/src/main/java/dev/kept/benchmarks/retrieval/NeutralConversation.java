package dev.kept.benchmarks.retrieval;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A conversation with questions about it, in the neutral format that docs/benchmarks.md describes.
@JsonIgnoreProperties(ignoreUnknown = true)
public record NeutralConversation(String id, List<String> speakers, List<Sitting> sessions, List<Question> questions) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public NeutralConversation {
        speakers = List.copyOf(speakers);
        sessions = List.copyOf(sessions);
        questions = List.copyOf(questions);
    }

    /// @param at local time without a zone, read as UTC
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Sitting(String id, String at, List<Said> turns) {
        public Sitting {
            turns = List.copyOf(turns);
        }

        public Instant startedAt() {
            return LocalDateTime.parse(at).toInstant(ZoneOffset.UTC);
        }
    }

    /// @param id unique in its conversation
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Said(String id, String speaker, String text) {}

    /// @param category any label; questions are averaged by it
    /// @param evidence ids of the turns that answer it; empty where nothing does
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Question(String id, String question, String category, List<String> evidence) {
        public Question {
            evidence = List.copyOf(evidence);
        }

        public boolean hasEvidence() {
            return !evidence.isEmpty();
        }

        /// Where categories are numbers, 5 is for questions that the conversation does not answer.
        public boolean isUnanswerable() {
            return category.equals("5");
        }
    }

    private record File(List<NeutralConversation> conversations) {}

    /// @throws IllegalArgumentException where a question rests on a turn that is not there
    public static List<NeutralConversation> read(Path file) throws IOException {
        List<NeutralConversation> all =
                MAPPER.readValue(file.toFile(), File.class).conversations();
        all.forEach(NeutralConversation::check);
        return all;
    }

    public Stream<Said> turns() {
        return sessions.stream().flatMap(session -> session.turns().stream());
    }

    private void check() {
        Set<String> known = new HashSet<>();
        turns().forEach(turn -> known.add(turn.id()));
        for (Question question : questions) {
            if (!known.containsAll(question.evidence())) {
                throw new IllegalArgumentException("question " + question.id() + " rests on a turn that is not in " + id
                        + ": " + question.evidence());
            }
        }
    }
}
