package dev.kept.benchmarks.speed;

import dev.kept.benchmarks.http.KeptClient;
import dev.kept.benchmarks.speed.Questions.Asked;
import dev.kept.benchmarks.vectors.KeptVectors;
import dev.kept.benchmarks.vectors.LocalModel;
import dev.kept.domain.id.UserId;
import dev.kept.local.stack.LocalStack;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/// One run: loads a size, measures, loads the next; at the end what is measured once.
final class SpeedRun implements AutoCloseable {
    private static final int WARM_UP = 200;
    private static final int PAIRS = 1_000;
    private static final int DEGRADED_MEMORIES = 2_000;
    private static final int FIRST_ANSWERS = 21;
    private static final long SEED = 7;

    private final LocalStack stack;
    private final SpeedPlan plan;
    private final Path folder;
    private final PrintStream out;
    private final Processes processes;
    private final Crowd crowd;
    private final LocalModel model = LocalModel.start();
    private final KeptVectors vectors;
    private final Backend backend;
    private final Filling filling;
    private final List<UserId> names;
    private final List<KeptClient> users;
    private final Questions questions;
    private final Instant begin = Instant.now();
    private final List<SpeedReport.Load> loads = new ArrayList<>();
    private final List<SpeedReport.Figure> figures = new ArrayList<>();
    private final List<SpeedReport.FirstAnswers> firstAnswers = new ArrayList<>();

    SpeedRun(LocalStack stack, SpeedPlan plan, Path folder, PrintStream out) {
        this.stack = stack;
        this.plan = plan;
        this.folder = folder;
        this.out = out;
        this.processes = new Processes(stack.home());
        this.crowd = new Crowd(processes);
        this.vectors = KeptVectors.in(folder.resolve("vectors.f16"), model.model());
        this.backend = Backend.of(stack.environment());
        Grammar grammar = Grammar.bundled();
        this.filling = new Filling(backend, vectors, new Written(grammar));
        KeptClient administrator = new KeptClient(stack.url(), stack.keys().adminKey());
        // One more than the population: the user whose memories are searched without the index.
        this.names = IntStream.rangeClosed(0, Population.USERS)
                .mapToObj(number -> new UserId("user-" + number))
                .toList();
        this.users =
                names.stream().map(name -> administrator.newUser(name.value())).toList();
        this.questions = new Questions(users, grammar, new Random(SEED));
    }

    SpeedReport measure() throws IOException, InterruptedException {
        loadForDegraded();
        Population before = Population.NONE;
        for (int size : plan.sizes()) {
            Population population = new Population(size);
            load(before, population);
            measure(population);
            before = population;
        }
        SpeedReport.WrittenThenFound pairs = new WriteThenSearch(crowd, users.subList(0, 10)).run(PAIRS);
        processes.awaitIdle();
        measureDegraded(before);
        return new SpeedReport(begin.toString(), machine(), loads, figures, firstAnswers, pairs, caching());
    }

    private SpeedReport.Caching caching() {
        String page = new KeptClient(stack.url(), stack.keys().adminKey()).getForText("/metrics");
        return new SpeedReport.Caching(plan.cache(), CacheHits.of(page));
    }

    private void loadForDegraded() {
        out.println("loading the memories that will be searched without the index");
        Instant start = Instant.now();
        stack.holdEvents();
        Filling.Filled filled = filling.fillMemories(names.getLast(), Population.USERS, DEGRADED_MEMORIES);
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1e3;
        stack.releaseEvents();
        loads.add(new SpeedReport.Load(
                "one user, batches of 100", DEGRADED_MEMORIES, filled.indexed(), seconds, filled.indexedPerSecond()));
    }

    private void load(Population before, Population after) throws InterruptedException {
        out.println("loading up to " + after.size() + " records");
        Instant start = Instant.now();
        stack.holdEvents();
        Filling.Filled filled = filling.fill(names.subList(0, Population.USERS), before, after);
        double seconds = Duration.between(start, Instant.now()).toMillis() / 1e3;
        stack.releaseEvents();
        loads.add(new SpeedReport.Load(
                "a hundred users", after.size(), filled.indexed(), seconds, filled.indexedPerSecond()));
        out.println("waiting until the streams are read");
        processes.awaitIdle();
    }

    private void measure(Population population) throws IOException, InterruptedException {
        for (Asked asked : Asked.values()) {
            measureFirstAnswers(asked, population);
        }
        for (Asked asked : Asked.values()) {
            crowd.send(2, questions.ofAll(asked, WARM_UP, population));
            for (int clients : plan.clients()) {
                figure(
                        population,
                        asked,
                        SpeedReport.Figure.NEW,
                        clients,
                        questions.ofAll(asked, plan.requests(asked), population));
            }
            List<Runnable> some = questions.ofAll(asked, plan.requests(asked) / 4 + 1, population);
            crowd.send(1, some);
            figure(population, asked, "asked before", 1, some);
            figure(
                    population,
                    asked,
                    "new, largest user",
                    1,
                    questions.of(asked, Population.LARGEST, plan.requests(asked)));
        }
        if (plan.profiled()) {
            profile(population);
        }
    }

    private void measureFirstAnswers(Asked asked, Population population) throws InterruptedException {
        stack.killHost();
        awaitHealth();
        List<Double> millis = new ArrayList<>();
        for (Runnable request : questions.ofAll(asked, FIRST_ANSWERS, population)) {
            long start = System.nanoTime();
            request.run();
            millis.add((System.nanoTime() - start) / 1e6);
        }
        List<Double> next = millis.subList(1, millis.size()).stream().sorted().toList();
        firstAnswers.add(new SpeedReport.FirstAnswers(
                population.size(), name(asked), millis.getFirst(), next.get(next.size() / 2)));
    }

    private void awaitHealth() throws InterruptedException {
        while (!users.getFirst().isHealthy()) {
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    private void figure(Population population, Asked asked, String how, int clients, List<Runnable> requests)
            throws InterruptedException {
        Latency latency = crowd.send(clients, requests);
        figures.add(new SpeedReport.Figure(population.size(), name(asked), how, latency));
        out.printf(
                Locale.ROOT,
                "%,d records, %s, %s, %d clients: p50 %.1f p95 %.1f p99 %.1f ms, %.1f/s%n",
                population.size(),
                name(asked),
                how,
                clients,
                latency.p50(),
                latency.p95(),
                latency.p99(),
                latency.perSecond());
    }

    /// The index is stopped; its user's memories are all read and scored.
    private void measureDegraded(Population population) throws InterruptedException {
        stack.stopServer("opensearch");
        int user = Population.USERS;
        crowd.send(1, questions.of(Asked.SEARCH, user, WARM_UP / 4));
        figure(
                population,
                Asked.SEARCH,
                "new, 2,000 memories, no index",
                1,
                questions.of(Asked.SEARCH, user, plan.requests(Asked.CONTEXT)));
        stack.startServer("opensearch");
    }

    private void profile(Population population) throws IOException, InterruptedException {
        for (Asked asked : Asked.values()) {
            for (String process : List.of("host", "opensearch", "dynamodb")) {
                Path file = folder.resolve("profile-" + population.size() + "-" + name(asked) + "-" + process + ".jfr");
                List<Runnable> requests = questions.ofAll(asked, plan.requests(asked), population);
                String text = Profile.of(processes.pid(process), file, () -> crowd.send(2, requests));
                out.println();
                out.println("profile of " + process + " under " + name(asked) + ", " + text);
            }
        }
    }

    private static String name(Asked asked) {
        return asked.name().toLowerCase(Locale.ROOT);
    }

    private static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.availableProcessors() + " processors, " + System.getProperty("os.arch") + ", Java "
                + Runtime.version();
    }

    @Override
    public void close() {
        backend.close();
        vectors.close();
        model.close();
    }
}
