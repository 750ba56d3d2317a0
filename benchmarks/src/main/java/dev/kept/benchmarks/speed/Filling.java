package dev.kept.benchmarks.speed;

import dev.kept.application.context.DropWarmContexts;
import dev.kept.application.embedding.Embeddings;
import dev.kept.application.indexing.IndexRecords;
import dev.kept.benchmarks.BenchFailed;
import dev.kept.domain.id.Ids;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.memory.Change;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.Origin;
import dev.kept.domain.memory.Trust;
import dev.kept.domain.search.EmbeddingModel;
import dev.kept.domain.search.RecordKey;
import dev.kept.domain.search.SearchSource.Unindexed;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Session;
import dev.kept.domain.session.Utterance;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/// Fills a stack with records by the stores and the indexing of the product, without HTTP and with vectors that were
/// made before: what takes time in a load through the API is embedding, which is measured elsewhere. Streams are held
/// meanwhile, so that nobody else indexes the same records.
final class Filling {
    private static final int BATCH = 100;

    private final Backend backend;
    private final EmbeddingModel vectors;
    private final Written written;
    private final Clock clock = Clock.systemUTC();
    private final Ids ids = new Ids(clock);
    private final IndexRecords indexing;
    private final Set<SessionId> begun = new HashSet<>();
    private int indexed;
    private Duration indexingTime = Duration.ZERO;

    Filling(Backend backend, EmbeddingModel vectors, Written written) {
        this.backend = backend;
        this.vectors = vectors;
        this.written = written;
        Embeddings embeddings = new Embeddings(vectors, backend.embeddingCache());
        this.indexing = new IndexRecords(
                backend.source(), backend.index(), embeddings, new DropWarmContexts(backend.contexts(), clock));
    }

    /// @param indexed records
    /// @param indexing the time that indexing took of the whole
    record Filled(int indexed, Duration indexing) {
        double indexedPerSecond() {
            return indexed * 1e9 / Math.max(1, indexing.toNanos());
        }
    }

    /// Adds what the users have more in `after` than in `before`.
    Filled fill(List<UserId> users, Population before, Population after) {
        indexed = 0;
        indexingTime = Duration.ZERO;
        for (int user = 0; user < users.size(); user++) {
            add(Owner.of(users.get(user)), texts(user, before.records(user), after.records(user)));
        }
        return new Filled(indexed, indexingTime);
    }

    /// Memories alone, for a user of its own.
    Filled fillMemories(UserId user, int seed, int count) {
        indexed = 0;
        indexingTime = Duration.ZERO;
        List<Written.Text> memories = texts(seed, 0, 2 * count).stream()
                .filter(text -> text.memory().isPresent())
                .toList();
        add(Owner.of(user), memories);
        return new Filled(indexed, indexingTime);
    }

    private List<Written.Text> texts(int user, int from, int to) {
        List<Written.Text> texts = new ArrayList<>();
        for (int number = from; number < to; number++) {
            texts.add(written.record(user, number));
        }
        return texts;
    }

    private void add(Owner owner, List<Written.Text> texts) {
        for (int i = 0; i < texts.size(); i += BATCH) {
            List<Written.Text> some = texts.subList(i, Math.min(texts.size(), i + BATCH));
            appendTurns(owner, some);
            some.forEach(text -> text.memory().ifPresent(type -> create(owner, type, text)));
            index(owner);
        }
    }

    private void appendTurns(Owner owner, List<Written.Text> some) {
        Map<Integer, List<Utterance>> bySession = new LinkedHashMap<>();
        Map<Integer, Written.Text> first = new LinkedHashMap<>();
        for (Written.Text text : some) {
            if (text.memory().isEmpty()) {
                bySession
                        .computeIfAbsent(text.session(), _ -> new ArrayList<>())
                        .add(utterance(text));
                first.putIfAbsent(text.session(), text);
            }
        }
        bySession.forEach((session, said) -> {
            SessionId id = new SessionId(owner.key().replaceAll("[^A-Za-z0-9]", "-") + "-" + session);
            begin(owner, id, first.getOrDefault(session, some.getFirst()));
            backend.turns().append(owner, id, said, clock.instant());
        });
    }

    private void begin(Owner owner, SessionId id, Written.Text text) {
        if (begun.add(id)) {
            Session.Details details = new Session.Details(
                    Optional.of(text.project()), Optional.empty(), Optional.empty(), new TreeSet<>(), Map.of());
            backend.sessions().create(Session.started(owner, id, details, text.at(), clock.instant()));
        }
    }

    /// Not to be extracted: the number of records is what is measured against.
    private static Utterance utterance(Written.Text text) {
        return new Utterance(
                Optional.empty(), Role.USER, Optional.of("Robin"), text.content(), text.at(), false, Map.of());
    }

    private void create(Owner owner, MemoryType type, Written.Text text) {
        Memory memory = new Memory(
                owner,
                ids.memory(),
                new Memory.Statement(
                        type,
                        text.content(),
                        text.content(),
                        0.5,
                        0.9,
                        List.of(),
                        new TreeSet<>(),
                        false,
                        new TreeSet<>(),
                        Map.of()),
                new Memory.Provenance(
                        Origin.STATED, Trust.USER, Optional.of(text.project()), Optional.empty(), List.of(), List.of()),
                Memory.Validity.from(text.at()),
                Memory.Usage.created(clock.instant()),
                1);
        backend.memories().create(memory, new Change(owner.key(), "created"));
    }

    /// Vectors are made before the clock starts.
    private void index(Owner owner) {
        List<Unindexed> marked = backend.source().unindexed(owner, 10 * BATCH);
        vectors.embed(marked.stream()
                .filter(Unindexed.Changed.class::isInstance)
                .map(record -> ((Unindexed.Changed) record).item().passage())
                .toList());
        Map<RecordKey.Source, List<RecordKey>> streams =
                marked.stream().map(Unindexed::key).collect(Collectors.groupingBy(RecordKey::source));
        long begin = System.nanoTime();
        indexSideBySide(streams.values());
        indexingTime = indexingTime.plusNanos(System.nanoTime() - begin);
        indexed += marked.size();
    }

    /// Each stream has an indexer of its own, as deployed.
    private void indexSideBySide(Collection<List<RecordKey>> streams) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<RecordKey>>> indexers = streams.stream()
                    .map(keys -> threads.submit(() -> indexing.index(keys)))
                    .toList();
            indexers.forEach(indexer -> {
                if (!left(indexer).isEmpty()) {
                    throw new BenchFailed("records were not indexed");
                }
            });
        }
    }

    private static List<RecordKey> left(Future<List<RecordKey>> indexer) {
        try {
            return indexer.get();
        } catch (ExecutionException e) {
            throw new BenchFailed("indexing failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("indexing was interrupted", e);
        }
    }
}
