package dev.kept.application.session;

import dev.kept.application.session.RecoveryText.Part;
import dev.kept.domain.context.ContextBudget;
import dev.kept.domain.context.TokenCounter;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryQuery;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.TurnStore;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells a client that crashed, was compacted or comes back what was going on in its session. It
/// reads the turns themselves, so it knows what was said a moment ago, whether or not memories were
/// taken from it yet.
public final class RecoverSession {
    private static final int FIRST_TURNS = 10;
    private static final int LAST_TURNS = 60;
    private static final int MEMORIES = 8;
    private static final int TOKENS_PER_OPEN_ITEM = 100;
    private static final Set<MemoryType> TELLING = Set.of(MemoryType.DECISION, MemoryType.FACT, MemoryType.PATTERN);
    private static final double GOAL_SHARE = 0.15;
    private static final double SUMMARY_SHARE = 0.2;
    private static final double OPEN_ITEM_SHARE = 0.05;
    private static final double TURN_SHARE = 0.15;

    private final SessionStore sessions;
    private final TurnStore turns;
    private final MemoryStore memories;
    private final TokenCounter counter;

    public RecoverSession(SessionStore sessions, TurnStore turns, MemoryStore memories, TokenCounter counter) {
        this.sessions = sessions;
        this.turns = turns;
        this.memories = memories;
        this.counter = counter;
    }

    /// @throws NotFound when the owner has no such session
    public RecoveredSession recover(Owner owner, SessionId id, ContextBudget budget) {
        Session session = sessions.find(owner, id).orElseThrow(() -> new NotFound("session", id.value()));
        List<Turn> last = turns.upTo(owner, id, Optional.empty(), LAST_TURNS);
        List<Memory> kept = memories.list(owner, ofSession(id), PageRequest.first(PageRequest.LIMIT_MAX))
                .items();
        Optional<String> goal = goal(session);
        Optional<String> summary = session.activity().summary().or(() -> summary(kept));
        List<String> openItems = OpenItems.in(last, kept);

        RecoveryText text = new RecoveryText(id.value(), session.version(), counter, budget.maxTokens());
        goal.ifPresent(line -> text.add(Part.GOAL, line, GOAL_SHARE));
        summary.ifPresent(line -> text.add(Part.SUMMARY, line, SUMMARY_SHARE));
        openItems.stream()
                .limit(budget.maxTokens() / TOKENS_PER_OPEN_ITEM)
                .forEach(line -> text.add(Part.OPEN_ITEMS, line, OPEN_ITEM_SHARE));
        List<TurnId> shown = addLastTurns(text, last);
        return new RecoveredSession(
                id, text.text(), text.tokens(), budget.maxTokens(), goal, openItems, summary, shown);
    }

    /// Newest first, as far as there is room; they read oldest first.
    private static List<TurnId> addLastTurns(RecoveryText text, List<Turn> last) {
        Deque<TurnId> shown = new ArrayDeque<>();
        for (Turn turn : last.reversed()) {
            if (!text.addBefore(Part.LAST_TURNS, line(turn), TURN_SHARE)) {
                break;
            }
            shown.addFirst(turn.id());
        }
        return List.copyOf(shown);
    }

    private static String line(Turn turn) {
        String speaker = turn.utterance()
                .speaker()
                .orElseGet(() -> turn.utterance().role().name().toLowerCase(Locale.ROOT));
        String time = turn.utterance()
                .occurredAt()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
        return time + " " + speaker + ": " + turn.utterance().content();
    }

    /// The title, and what the user asked for first.
    private Optional<String> goal(Session session) {
        Stream<String> request = turns.after(session.owner(), session.id(), Optional.empty(), FIRST_TURNS).stream()
                .filter(turn -> turn.utterance().role() == Role.USER)
                .limit(1)
                .map(turn -> turn.utterance().content());
        return Stream.concat(session.details().title().stream(), request)
                .reduce((title, asked) -> title + ": " + asked);
    }

    /// Without a summary of the client's, the most important of what was kept from the session.
    private static Optional<String> summary(List<Memory> kept) {
        String sentences = kept.stream()
                .filter(memory -> TELLING.contains(memory.statement().type()))
                .sorted(Comparator.comparingDouble(
                                (Memory memory) -> memory.statement().importance())
                        .reversed()
                        .thenComparing(Memory::id))
                .limit(MEMORIES)
                .map(memory -> memory.statement().content())
                .collect(Collectors.joining(" "));
        return Optional.of(sentences).filter(text -> !text.isBlank());
    }

    private static MemoryQuery ofSession(SessionId id) {
        return new MemoryQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.of(id),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
