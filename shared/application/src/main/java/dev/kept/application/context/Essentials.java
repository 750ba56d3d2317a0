package dev.kept.application.context;

import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.search.SearchRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What usually helps: the user's preferences from all projects, and the project's memories. Worth
/// is importance, fading with age by half a month, where age counts from the newest memory rather
/// than from now: exponential fading keeps the same proportions whenever it is measured, so the
/// same memories give the same context on every day.
final class Essentials {
    /// A short memory with its line takes about so many tokens: more than fit are not worth
    /// reading.
    private static final int TOKENS_PER_MEMORY = 8;

    private static final int MEMORIES_MIN = 30;
    private static final int MEMORIES_MAX = 400;
    private static final double HALF_LIFE_DAYS = 30;
    /// Old knowledge stays worth something: a decision of last year may still hold.
    private static final double FADED = 0.2;

    private static final double PINNED = 1;
    private static final double FEEDBACK = 0.1;
    private static final double FEEDBACK_MIN = 0.5;
    private static final double FEEDBACK_MAX = 1.5;

    private final Shelves shelves;

    Essentials(Shelves shelves) {
        this.shelves = shelves;
    }

    /// What matters most of each scope, however old, and what is newest: with fading, nothing else
    /// comes to the top.
    List<Candidate> of(ContextRequest request, Recipe recipe) {
        int room = (int) (recipe.essential() * request.budget().maxTokens() / TOKENS_PER_MEMORY);
        int limit = Math.clamp(room, MEMORIES_MIN, MEMORIES_MAX);
        List<SearchRecord> helpful = shelves.read(request.owner(), request.projectId(), limit).stream()
                .filter(item -> helps(request, item))
                .distinct()
                .toList();
        Instant newest = helpful.stream()
                .map(SearchRecord::occurredAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return helpful.stream().map(item -> candidate(item, newest)).toList();
    }

    private static boolean helps(ContextRequest request, SearchRecord item) {
        return section(item) == SectionName.PREFERENCES
                || request.projectId().isEmpty()
                || item.projectId().isEmpty()
                || item.projectId().equals(request.projectId());
    }

    private static Candidate candidate(SearchRecord item, Instant newest) {
        return new Candidate(section(item), new Subject.Recalled(item), value(item, newest), why(item));
    }

    private static double value(SearchRecord item, Instant newest) {
        double days = Duration.between(item.occurredAt(), newest).toHours() / 24.0;
        double fresh = FADED + (1 - FADED) * Math.pow(2, -days / HALF_LIFE_DAYS);
        double feedback = Math.clamp(1 + FEEDBACK * item.feedback(), FEEDBACK_MIN, FEEDBACK_MAX);
        return item.pinned() ? PINNED + item.importance() : item.importance() * fresh * feedback;
    }

    private static String why(SearchRecord item) {
        return String.format(
                Locale.ROOT,
                "%s, importance %.2f%s, holds since %s",
                item.type().orElse(MemoryType.FACT).name().toLowerCase(Locale.ROOT),
                item.importance(),
                item.pinned() ? ", pinned" : "",
                Subject.day(item.occurredAt()));
    }

    private static SectionName section(SearchRecord item) {
        return switch (item.type().orElse(MemoryType.FACT)) {
            case PREFERENCE -> SectionName.PREFERENCES;
            case FACT, DECISION, PATTERN -> SectionName.PROJECT;
            case ERROR -> SectionName.ERRORS;
            case CODE -> SectionName.CODE;
            case ENTITY -> SectionName.PEOPLE;
        };
    }
}
