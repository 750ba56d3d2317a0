package dev.kept.domain.project;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What an owner set for a project.
///
/// Switching extraction off and on holds for the turns that are accepted from then on, whenever they are read: so the
/// times are kept, and not only the last word.
///
/// @param off when extraction was off, oldest first; the last one may last still
/// @param version counts the changes, from 1; 0 while nothing was ever set
public record ProjectSettings(
        Owner owner, ProjectId projectId, List<Period> off, long version, Optional<Instant> updatedAt) {
    /// A turn is read within seconds, or a day when a stream was late. Who switches more often than this meanwhile has
    /// the oldest forgotten.
    private static final int PERIODS = 20;

    public ProjectSettings {
        off = List.copyOf(off);
    }

    /// @param to exclusive; empty while it lasts
    public record Period(Instant from, Optional<Instant> to) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && to.map(at::isBefore).orElse(true);
        }
    }

    /// Extraction is on where nobody said otherwise.
    public static ProjectSettings none(Owner owner, ProjectId project) {
        return new ProjectSettings(owner, project, List.of(), 0, Optional.empty());
    }

    public boolean extracts() {
        return off.isEmpty() || off.getLast().to().isPresent();
    }

    /// Whether a turn that was accepted then is extracted.
    public boolean extractedAt(Instant acceptedAt) {
        return off.stream().noneMatch(period -> period.holds(acceptedAt));
    }

    public ProjectSettings withExtraction(boolean on, Instant now) {
        if (on == extracts()) {
            return new ProjectSettings(owner, projectId, off, version, Optional.of(now));
        }
        List<Period> before = on ? off.subList(0, off.size() - 1) : off;
        Period changed = on ? new Period(off.getLast().from(), Optional.of(now)) : new Period(now, Optional.empty());
        List<Period> all = Stream.concat(before.stream(), Stream.of(changed)).toList();
        List<Period> kept = all.subList(Math.max(0, all.size() - PERIODS), all.size());
        return new ProjectSettings(owner, projectId, kept, version, Optional.of(now));
    }

    public ProjectSettings withVersion(long next) {
        return new ProjectSettings(owner, projectId, off, next, updatedAt);
    }
}
