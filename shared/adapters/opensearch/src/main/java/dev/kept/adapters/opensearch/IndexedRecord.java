package dev.kept.adapters.opensearch;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kept.domain.id.DocumentId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.MemoryStatus;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.search.Embedding;
import dev.kept.domain.search.Kind;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.session.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// A record as the index holds it: the JSON of one document, field by field as in the index template.
///
/// @param embedding written, and left out of what a search returns
@JsonInclude(JsonInclude.Include.NON_NULL)
record IndexedRecord(
        String owner,
        Kind kind,
        String id,
        String content,
        String summary,
        @Nullable MemoryType type,
        @Nullable Role role,
        @Nullable String speaker,
        @Nullable String projectId,
        @Nullable String sessionId,
        @Nullable Integer position,
        String occurredAt,
        double importance,
        int feedback,
        boolean pinned,
        List<String> entities,
        List<String> tags,
        List<String> sourceTurnIds,
        List<String> clientTurnIds,
        MemoryStatus status,
        @Nullable String validTo,
        @Nullable Source source,
        String spoken,
        @Nullable String embeddingModel,
        @Nullable List<Float> embedding,
        long version) {
    /// Where a part of a document stands.
    record Source(
            String documentId, String title, @Nullable String uri, List<String> headings, int position, int count) {
        static Source of(SearchRecord.Source source) {
            return new Source(
                    source.documentId().value(),
                    source.title(),
                    source.uri().orElse(null),
                    source.headings(),
                    source.position(),
                    source.count());
        }

        SearchRecord.Source toSource() {
            return new SearchRecord.Source(
                    new DocumentId(documentId), title, Optional.ofNullable(uri), headings, position, count);
        }
    }

    static IndexedRecord of(SearchRecord item) {
        return new IndexedRecord(
                item.owner().key(),
                item.kind(),
                item.id(),
                item.content(),
                item.summary(),
                item.type().orElse(null),
                item.role().orElse(null),
                item.speaker().orElse(null),
                item.projectId().map(ProjectId::value).orElse(null),
                item.sessionId().map(SessionId::value).orElse(null),
                item.position().isPresent() ? item.position().getAsInt() : null,
                item.occurredAt().toString(),
                item.importance(),
                item.feedback(),
                item.pinned(),
                item.entities(),
                item.tags(),
                item.sourceTurnIds().stream().map(TurnId::value).toList(),
                item.clientTurnIds(),
                item.status(),
                item.validTo().map(Instant::toString).orElse(null),
                item.source().map(Source::of).orElse(null),
                item.spoken(),
                item.embedding().map(Embedding::model).orElse(null),
                item.embedding().map(IndexedRecord::numbers).orElse(null),
                item.version());
    }

    SearchRecord toRecord() {
        return new SearchRecord(
                Owner.parse(owner),
                kind,
                id,
                content,
                summary,
                Optional.ofNullable(type),
                Optional.ofNullable(role),
                Optional.ofNullable(speaker),
                Optional.ofNullable(projectId).map(ProjectId::new),
                Optional.ofNullable(sessionId).map(SessionId::new),
                position == null ? OptionalInt.empty() : OptionalInt.of(position),
                Instant.parse(occurredAt),
                importance,
                feedback,
                pinned,
                entities,
                tags,
                sourceTurnIds.stream().map(TurnId::new).toList(),
                clientTurnIds,
                status,
                Optional.ofNullable(validTo).map(Instant::parse),
                Optional.ofNullable(source).map(Source::toSource),
                Optional.empty(),
                version);
    }

    static List<Float> numbers(Embedding embedding) {
        List<Float> numbers = new ArrayList<>(embedding.dimensions());
        for (float number : embedding.vector()) {
            numbers.add(number);
        }
        return numbers;
    }
}
