package dev.kept.benchmarks;

import dev.kept.benchmarks.coldstart.ColdStartBench;
import dev.kept.benchmarks.extraction.AttackBench;
import dev.kept.benchmarks.extraction.ExtractionBench;
import dev.kept.benchmarks.extraction.HostileBench;
import dev.kept.benchmarks.extraction.ModelBench;
import dev.kept.benchmarks.fit.FitBench;
import dev.kept.benchmarks.learning.FitExtraction;
import dev.kept.benchmarks.load.LoadBench;
import dev.kept.benchmarks.load.SoakBench;
import dev.kept.benchmarks.micro.MicroBench;
import dev.kept.benchmarks.retrieval.AblationBench;
import dev.kept.benchmarks.retrieval.RetrievalBench;
import dev.kept.benchmarks.speed.SpeedBench;
import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;

/// `./kept bench`: one class per measurement.
public final class Bench {
    private static final int FAILED = 1;
    private static final int USAGE = 64;

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            return measure(
                    arguments.isEmpty() ? "" : arguments.getFirst(),
                    arguments.stream().skip(1).toList());
        } catch (BenchFailed e) {
            System.err.println("kept bench: " + e.getMessage());
            return FAILED;
        } catch (FileNotFoundException | NoSuchFileException e) {
            System.err.println("kept bench: there is no file " + e.getMessage());
            return FAILED;
        } catch (InterruptedException _) {
            return FAILED;
        } catch (Exception e) {
            System.err.println("kept bench: " + e);
            Arrays.stream(e.getStackTrace()).limit(12).forEach(frame -> System.err.println("    " + frame));
            return FAILED;
        }
    }

    private static int measure(String name, List<String> options) throws Exception {
        switch (name) {
            case "retrieval" -> new RetrievalBench(System.out).run(options);
            case "search" -> new SpeedBench(System.out).run(options);
            case "load" -> new LoadBench(System.out).run(options);
            case "soak" -> new SoakBench(System.out).run(options);
            case "micro" -> new MicroBench(System.out).run(options);
            case "coldstart" -> new ColdStartBench(System.out).run(options);
            case "fit" -> new FitBench(System.out).run(options);
            case "fit-extraction" -> new FitExtraction(System.out).run(options);
            case "extraction" -> new ExtractionBench(System.out).run(options);
            case "attacks" -> new AttackBench(System.out).run(options);
            case "hostile" -> new HostileBench(System.out).run();
            case "model" -> new ModelBench(System.out).run(options);
            case "ablation" -> new AblationBench(System.out).run(options);
            default -> {
                System.err.println("Usage: ./kept bench MEASUREMENT\n");
                System.err.println(RetrievalBench.USAGE);
                System.err.println(AblationBench.USAGE);
                System.err.println(FitBench.USAGE);
                System.err.println(FitExtraction.USAGE);
                System.err.println(SpeedBench.USAGE);
                System.err.println(LoadBench.USAGE);
                System.err.println(SoakBench.USAGE);
                System.err.println(MicroBench.USAGE);
                System.err.println(ColdStartBench.USAGE);
                System.err.println(ExtractionBench.USAGE);
                System.err.println(AttackBench.USAGE);
                System.err.println(HostileBench.USAGE);
                System.err.println(ModelBench.USAGE);
                System.err.println("docs/benchmarks.md says what is measured, and how.");
                return USAGE;
            }
        }
        return 0;
    }
}
