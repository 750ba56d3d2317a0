package dev.kept.application.indexing;

import dev.kept.application.embedding.Embeddings;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.search.IndexedModels;
import dev.kept.domain.search.ModelChange;
import dev.kept.domain.search.ModelChange.Stage;
import dev.kept.domain.search.ModelChangeLog;
import dev.kept.domain.search.SearchIndex;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Changes the embedding model while everything goes on.
///
/// The index of the new model is made beside the old one, and from then on every write goes into both. It is filled
/// from the records in the background, a page at a time, and searches go on asking the old one by the old model. Once
/// it
/// is full they can be switched to it and back, each at once, until the change is finished and one of the two is
/// dropped.
/// Every step can be repeated, and goes on where a process died.
public final class ChangeEmbeddings {
    /// Until then some process may ask the index that is dropped, because it has not heard of the switch.
    private static final Duration LAST_QUESTIONS = Embeddings.BELIEVED.plusSeconds(5);

    private final ModelChangeLog log;
    private final SearchIndex index;
    private final RebuildIndex rebuild;
    private final Embeddings embeddings;
    private final Clock clock;

    public ChangeEmbeddings(
            ModelChangeLog log, SearchIndex index, RebuildIndex rebuild, Embeddings embeddings, Clock clock) {
        this.log = log;
        this.index = index;
        this.rebuild = rebuild;
        this.embeddings = embeddings;
        this.clock = clock;
    }

    /// @param wanted the model that the deployment is configured for
    public record Status(IndexedModels models, String wanted, Optional<ModelChange> change) {}

    public Status status() {
        return new Status(index.models(), embeddings.wanted(), log.underWay());
    }

    /// Begins the change to the configured model, or its filling once more.
    ///
    /// @throws Conflict when there is nothing to change, or another change under way
    public Status start() {
        String current = current();
        String wanted = embeddings.wanted();
        if (current.equals(wanted)) {
            throw Conflict.because("searches use " + wanted + " already; configure another model first");
        }
        ModelChange change = log.underWay()
                .map(before -> begunAgain(before, wanted))
                .orElseGet(() -> ModelChange.begun(current, wanted, clock.instant()));
        ModelChange saved = log.save(change);
        // Before the first page is read: what is written while it is being filled goes into both.
        index.create(saved.to());
        return status();
    }

    private static ModelChange begunAgain(ModelChange before, String wanted) {
        if (isDecided(before) || !before.to().equals(wanted)) {
            throw Conflict.because("the change to " + before.to() + " has to be finished first");
        }
        return before.again();
    }

    /// Goes on with what is left to do in the background, if anything.
    public Status fill(Duration atMost) {
        Instant end = clock.instant().plus(atMost);
        Optional<ModelChange> change = log.underWay().filter(this::hasWork);
        try {
            while (change.isPresent() && clock.instant().isBefore(end)) {
                change = step(change.get()).filter(this::hasWork);
            }
        } catch (Conflict _) {
            // Another process is at it, or it was finished meanwhile.
        }
        return status();
    }

    private boolean hasWork(ModelChange change) {
        return switch (change.stage()) {
            case FILLING -> true;
            case READY -> false;
            case SETTLING, ABANDONED ->
                !clock.instant().isBefore(change.startedAt().plus(LAST_QUESTIONS));
        };
    }

    private Optional<ModelChange> step(ModelChange change) {
        return switch (change.stage()) {
            case FILLING -> {
                if (change.cursor().isEmpty()) {
                    index.create(change.to());
                }
                yield Optional.of(saved(change, rebuild.fill(change.to(), change.cursor())));
            }
            case READY -> Optional.empty();
            case SETTLING -> {
                index.drop(change.from());
                RebuildIndex.Progress page = rebuild.rebuild(change.cursor());
                yield page.next().isPresent() ? Optional.of(saved(change, page)) : done();
            }
            case ABANDONED -> {
                index.drop(change.to());
                yield done();
            }
        };
    }

    private ModelChange saved(ModelChange change, RebuildIndex.Progress page) {
        return log.save(change.after(page.indexed(), page.failed(), page.next()));
    }

    private Optional<ModelChange> done() {
        log.remove();
        return Optional.empty();
    }

    /// Has searches use the new model.
    ///
    /// @throws Conflict while its index does not hold everything
    public Status useNew() {
        ModelChange change = undecided();
        if (change.stage() == Stage.FILLING) {
            throw Conflict.because("the index of " + change.to() + " is still being filled");
        }
        if (change.failed() > 0) {
            throw Conflict.because("the index of " + change.to() + " lacks " + change.failed()
                    + " records; start once more to fill it again");
        }
        index.use(change.to());
        return status();
    }

    /// Has searches use the old model again.
    public Status useOld() {
        index.use(undecided().from());
        return status();
    }

    /// Decides for the model that searches use now. The index of the other is dropped a little later, in the
    /// background;
    /// when the new one stays, the records are given its vectors then.
    public Status finish() {
        ModelChange change = undecided();
        boolean isNew = change.to().equals(current());
        log.save(change.decided(isNew ? Stage.SETTLING : Stage.ABANDONED, clock.instant()));
        return status();
    }

    private ModelChange undecided() {
        return log.underWay()
                .filter(change -> !isDecided(change))
                .orElseThrow(() -> Conflict.because("no change of the embedding model is under way"));
    }

    private static boolean isDecided(ModelChange change) {
        return change.stage() == Stage.SETTLING || change.stage() == Stage.ABANDONED;
    }

    private String current() {
        return index.models()
                .current()
                .orElseThrow(() -> Conflict.because("there is no search index; the job reindex makes it"));
    }
}
