package dev.kept.domain.memory;

import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.id.MemoryId;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.text.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Something kept from turns, or told directly.
///
/// @param version counts the changes of the record, from 1
public record Memory(
        Owner owner,
        MemoryId id,
        Statement statement,
        Provenance provenance,
        Validity validity,
        Usage usage,
        long version) {

    /// What is kept.
    ///
    /// @param content a self-contained sentence or the code, at most 16,000 characters
    /// @param summary shorter still
    /// @param importance 0 (may be forgotten) to 1 (forgetting it does harm)
    /// @param confidence 0 to 1
    /// @param overrides names of the fields that a person set and that no pipeline may change
    public record Statement(
            MemoryType type,
            String content,
            String summary,
            double importance,
            double confidence,
            List<String> entities,
            SortedSet<String> tags,
            boolean pinned,
            SortedSet<String> overrides,
            Map<String, Object> metadata) {
        public Statement {
            Limits.content("content", content, Limits.MEMORY_CHARACTERS);
            unit("importance", importance);
            unit("confidence", confidence);
            Limits.labels("entities", entities);
            Limits.labels("tags", tags);
            entities = List.copyOf(entities);
            tags = new TreeSet<>(tags);
            overrides = new TreeSet<>(overrides);
            metadata = Limits.metadata(metadata);
        }

        public Statement withConfidence(double changed) {
            return new Statement(
                    type, content, summary, importance, changed, entities, tags, pinned, overrides, metadata);
        }

        public Statement withMetadata(Map<String, Object> changed) {
            return new Statement(
                    type, content, summary, importance, confidence, entities, tags, pinned, overrides, changed);
        }

        private static void unit(String field, double value) {
            if (!(value >= 0 && value <= 1)) {
                throw new InvalidRequest(field, "must be between 0 and 1");
            }
        }
    }

    /// Where it came from.
    ///
    /// @param sourceTurnIds the turns that it rests on, oldest first
    /// @param clientTurnIds the client's own ids of those turns, in the same order; empty when it gave none
    public record Provenance(
            Origin origin,
            Trust trust,
            Optional<ProjectId> projectId,
            Optional<SessionId> sessionId,
            List<TurnId> sourceTurnIds,
            List<String> clientTurnIds) {
        public Provenance {
            sourceTurnIds = List.copyOf(sourceTurnIds);
            clientTurnIds = List.copyOf(clientTurnIds);
        }
    }

    /// When it was true, and what took its place.
    ///
    /// @param validTo exclusive; empty while it holds
    public record Validity(
            MemoryStatus status,
            Instant validFrom,
            Optional<Instant> validTo,
            Optional<MemoryId> supersedes,
            Optional<MemoryId> supersededBy) {
        public static Validity from(Instant validFrom) {
            return new Validity(MemoryStatus.ACTIVE, validFrom, Optional.empty(), Optional.empty(), Optional.empty());
        }

        public boolean holdsAt(Instant at) {
            return !validFrom.isAfter(at) && validTo.map(at::isBefore).orElse(true);
        }
    }

    /// How it was used, and when we knew.
    ///
    /// @param feedback times it was called useful less times it was not
    public record Usage(
            long accessCount, Optional<Instant> lastAccessedAt, int feedback, Instant createdAt, Instant updatedAt) {
        public static Usage created(Instant now) {
            return new Usage(0, Optional.empty(), 0, now, now);
        }

        public Usage updated(Instant now) {
            return new Usage(accessCount, lastAccessedAt, feedback, createdAt, now);
        }
    }

    public Memory with(Statement changed, Instant now) {
        return new Memory(owner, id, changed, provenance, validity, usage.updated(now), version);
    }

    public Memory with(Provenance changed, Instant now) {
        return new Memory(owner, id, statement, changed, validity, usage.updated(now), version);
    }

    public Memory with(Validity changed, Instant now) {
        return new Memory(owner, id, statement, provenance, changed, usage.updated(now), version);
    }

    /// This memory after `newer` took its place from `at` on.
    public Memory supersededBy(MemoryId newer, Instant at, Instant now) {
        return with(
                new Validity(
                        MemoryStatus.SUPERSEDED,
                        validity.validFrom(),
                        Optional.of(at),
                        validity.supersedes(),
                        Optional.of(newer)),
                now);
    }

    public boolean isActive() {
        return validity.status() == MemoryStatus.ACTIVE;
    }
}
