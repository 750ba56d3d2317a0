package dev.kept.benchmarks.coldstart;

import dev.kept.benchmarks.BenchFailed;
import dev.kept.benchmarks.Options;
import dev.kept.benchmarks.coldstart.bare.BareContext;
import dev.kept.benchmarks.coldstart.bare.BareSearch;
import dev.kept.benchmarks.coldstart.bare.BareTurns;
import dev.kept.local.lambda.ExecutionEnvironment;
import dev.kept.local.lambda.Folders;
import dev.kept.local.lambda.FunctionCode;
import dev.kept.local.lambda.InitFailed;
import dev.kept.local.lambda.Launch;
import dev.kept.local.lambda.Outcome;
import dev.kept.local.template.FunctionModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Starts functions from their zips, as the managed runtime does, again and again. The ways take turns, so that what
/// else the machine does meets all of them.
final class ColdStarts {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, Class<?>> BARE = Map.of(
            "session-start", BareContext.class,
            "context", BareContext.class,
            "search", BareSearch.class);

    private final Surroundings surroundings;
    private final Path folder;

    ColdStarts(Surroundings surroundings, Path folder) {
        this.surroundings = surroundings;
        this.folder = folder;
    }

    ColdStartRow measure(String function, int runs) throws IOException, InterruptedException, InitFailed {
        FunctionModel model = surroundings.function(function);
        Path zip = Options.ofRepository("").resolve(model.codeUri());
        if (!Files.exists(zip)) {
            throw new BenchFailed(zip + " is missing: ./kept package makes it");
        }
        Launch own = launch(model, Folders.unpack(zip, folder));
        Launch bare = bare(own);
        List<ColdStart> ownStarts = new ArrayList<>();
        List<ColdStart> bareStarts = new ArrayList<>();
        List<ColdStart> restores = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            ownStarts.add(start(own));
            bareStarts.add(start(bare));
            restores.add(restore(own.withSnapStart()));
        }
        return new ColdStartRow(
                function,
                Files.size(zip),
                ColdStart.median(ownStarts),
                ColdStart.median(bareStarts),
                ColdStart.median(restores));
    }

    private Launch launch(FunctionModel model, Path code) throws IOException {
        Path log = folder.resolve(model.name() + ".log");
        Files.writeString(log, "");
        return Launch.onDemand(
                new FunctionCode(
                        model.name(), model.handler(), code, model.memoryMegabytes(), surroundings.environment()),
                log);
    }

    /// On the function's own jars, so that both load the same classes of the clients.
    private static Launch bare(Launch own) {
        FunctionCode code = own.code();
        String handler = BARE.getOrDefault(code.name(), BareTurns.class).getName();
        return new Launch(
                new FunctionCode(code.name(), handler, code.folder(), code.memoryMegabytes(), code.environment()),
                false,
                own.options(),
                List.of(Options.ofRepository("benchmarks/target/classes")),
                own.log());
    }

    private static ColdStart start(Launch launch) throws IOException, InterruptedException {
        byte[] event = new FirstEvent(launch.code().name()).next();
        long begin = System.nanoTime();
        try (ExecutionEnvironment environment = ExecutionEnvironment.start(launch)) {
            answer(environment, event, launch);
            return new ColdStart(Duration.ofNanos(System.nanoTime() - begin), environment.processorTime());
        }
    }

    /// What comes after the point at which Lambda would take its snapshot.
    private static ColdStart restore(Launch launch) throws IOException, InterruptedException, InitFailed {
        byte[] event = new FirstEvent(launch.code().name()).next();
        try (ExecutionEnvironment environment = ExecutionEnvironment.start(launch)) {
            environment.awaitSnapshot();
            Duration before = environment.processorTime();
            long begin = System.nanoTime();
            environment.restore();
            answer(environment, event, launch);
            Duration wall = Duration.ofNanos(System.nanoTime() - begin);
            return new ColdStart(wall, environment.processorTime().minus(before));
        }
    }

    private static void answer(ExecutionEnvironment environment, byte[] event, Launch launch)
            throws InterruptedException {
        Outcome outcome = environment.invoke("11111111-2222-3333-4444-555555555555", event, PATIENCE);
        boolean good = outcome instanceof Outcome.Reply(var body)
                && (body.contains("\"statusCode\":20") || !body.contains("statusCode"));
        if (!good) {
            throw new BenchFailed(launch.code().handler() + " answered " + outcome + "; see " + launch.log());
        }
    }
}
