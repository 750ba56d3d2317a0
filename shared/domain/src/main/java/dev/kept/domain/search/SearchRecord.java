package dev.kept.domain.search;

import dev.kept.domain.document.Chunk;
import dev.kept.domain.document.Document;
import dev.kept.domain.id.DocumentId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// A turn, a memory or a part of a document as search and context see it. The index holds all of it, so that a search
/// needs no second read.
///
/// @param type of a memory; empty for others
/// @param role of a turn; empty for others
/// @param position of a turn in its session, from 0; empty for others
/// @param occurredAt when the turn was said, since when the memory holds, or when the document was written
/// @param clientTurnIds in the order of `sourceTurnIds`; empty when the client gave none
/// @param source where a part of a document stands; empty for others
/// @param embedding empty until the indexer made it
/// @param version of the record: a later one replaces an earlier one in the index, never the other way round
public record SearchRecord(
        Owner owner,
        Kind kind,
        String id,
        String content,
        String summary,
        Optional<MemoryType> type,
        Optional<Role> role,
        Optional<String> speaker,
        Optional<ProjectId> projectId,
        Optional<SessionId> sessionId,
        OptionalInt position,
        Instant occurredAt,
        double importance,
        int feedback,
        boolean pinned,
        List<String> entities,
        List<String> tags,
        List<TurnId> sourceTurnIds,
        List<String> clientTurnIds,
        MemoryStatus status,
        Optional<Instant> validTo,
        Optional<Source> source,
        Optional<Embedding> embedding,
        long version) {
    /// Importance of a turn: below any memory that was found worth keeping.
    private static final double TURN_IMPORTANCE = 0.3;

    /// Importance of a part of a document: what a page says is as good as what was said, until the question decides.
    private static final double DOCUMENT_IMPORTANCE = 0.3;

    private static final DateTimeFormatter DATE_WORDS =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /// Where a part of a document comes from.
    ///
    /// @param headings that it stands under, outermost first
    /// @param position among the document's parts, from 0
    /// @param count of the document's parts
    public record Source(
            DocumentId documentId, String title, Optional<String> uri, List<String> headings, int position, int count) {
        public Source {
            headings = List.copyOf(headings);
        }

        /// The subject of the part in words: its title and headings.
        String subject() {
            return headings.isEmpty() ? title : title + " > " + String.join(" > ", headings);
        }
    }

    public static SearchRecord of(Document document, Chunk chunk, Optional<Embedding> embedding) {
        Document.Description description = document.description();
        return new SearchRecord(
                document.owner(),
                Kind.DOCUMENT,
                document.chunkId(chunk.position()),
                chunk.content(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                description.projectId(),
                Optional.empty(),
                OptionalInt.empty(),
                document.updatedAt(),
                DOCUMENT_IMPORTANCE,
                0,
                false,
                List.of(),
                List.copyOf(description.tags()),
                List.of(),
                List.of(),
                MemoryStatus.ACTIVE,
                Optional.empty(),
                Optional.of(new Source(
                        document.id(),
                        description.title(),
                        description.uri(),
                        chunk.headings(),
                        chunk.position(),
                        document.chunks())),
                embedding,
                Chunk.VERSION);
    }

    public static SearchRecord of(Turn turn, Optional<Embedding> embedding) {
        return new SearchRecord(
                turn.owner(),
                Kind.TURN,
                turn.id().value(),
                turn.utterance().content(),
                "",
                Optional.empty(),
                Optional.of(turn.utterance().role()),
                turn.utterance().speaker(),
                turn.projectId(),
                Optional.of(turn.sessionId()),
                turn.position(),
                turn.utterance().occurredAt(),
                TURN_IMPORTANCE,
                0,
                false,
                List.of(),
                List.of(),
                List.of(turn.id()),
                turn.utterance().clientId().stream().toList(),
                MemoryStatus.ACTIVE,
                Optional.empty(),
                Optional.empty(),
                embedding,
                1);
    }

    public static SearchRecord of(Memory memory, Optional<Embedding> embedding) {
        Memory.Statement statement = memory.statement();
        Memory.Provenance provenance = memory.provenance();
        return new SearchRecord(
                memory.owner(),
                Kind.MEMORY,
                memory.id().value(),
                statement.content(),
                statement.summary(),
                Optional.of(statement.type()),
                Optional.empty(),
                Optional.empty(),
                provenance.projectId(),
                provenance.sessionId(),
                OptionalInt.empty(),
                memory.validity().validFrom(),
                statement.importance(),
                memory.usage().feedback(),
                statement.pinned(),
                statement.entities(),
                List.copyOf(statement.tags()),
                provenance.sourceTurnIds(),
                provenance.clientTurnIds(),
                memory.validity().status(),
                memory.validity().validTo(),
                Optional.empty(),
                embedding,
                memory.version());
    }

    /// What the embedding is made of: who said it is part of what was said, and a part of a document alone may not tell
    /// what it is about.
    public String passage() {
        return speaker.or(() -> source.map(Source::subject))
                .map(name -> name + ": " + content)
                .orElse(content);
    }

    /// Who said it and when in words, so that a question that names them matches: `Caroline 8 May 2023`. Of a part of a
    /// document its title and headings; when it was stored says nothing of what it is about.
    public String spoken() {
        return source.map(Source::subject).orElseGet(this::speakerAndDate);
    }

    private String speakerAndDate() {
        String date = DATE_WORDS.format(occurredAt);
        return speaker.map(name -> name + " " + date).orElse(date);
    }

    public SearchRecord withEmbedding(Embedding made) {
        return with(Optional.of(made));
    }

    /// The same without its vector, which is most of what it weighs.
    public SearchRecord withoutEmbedding() {
        return with(Optional.empty());
    }

    private SearchRecord with(Optional<Embedding> other) {
        return new SearchRecord(
                owner,
                kind,
                id,
                content,
                summary,
                type,
                role,
                speaker,
                projectId,
                sessionId,
                position,
                occurredAt,
                importance,
                feedback,
                pinned,
                entities,
                tags,
                sourceTurnIds,
                clientTurnIds,
                status,
                validTo,
                source,
                other,
                version);
    }
}
