package dev.kept.application.search;

import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.search.SearchMode;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.session.Turn;
import dev.kept.micro.SaidTexts;
import dev.kept.testkit.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Putting what the index found in order: all signals of 200 candidates, their sum, and what repeats.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RankingPath {
    private static final int CANDIDATES = 200;
    private static final int SHORTLISTED = 100;
    private static final int TURNS_A_SESSION = 10;

    private final Question question =
            Question.of("What message system carries events out of the orders service?", Optional.empty());
    private final List<Candidate> candidates = candidates();

    private static List<Candidate> candidates() {
        Random random = new Random(1);
        List<Candidate> candidates = new ArrayList<>();
        for (String content : SaidTexts.some(CANDIDATES)) {
            candidates.add(new Candidate(turn(candidates.size(), content), OptionalDouble.of(random.nextDouble())));
        }
        return candidates;
    }

    private static SearchRecord turn(int number, String content) {
        Turn turn = new Turn(
                Fixtures.ADA,
                new SessionId("s_" + number / TURNS_A_SESSION),
                Optional.empty(),
                new TurnId("t_" + number),
                OptionalInt.of(number % TURNS_A_SESSION),
                Fixtures.userSaying(content),
                Fixtures.NOON);
        return SearchRecord.of(turn, Optional.empty());
    }

    @Benchmark
    public List<?> of200() {
        return new Ranking(question, SearchMode.HYBRID, Fixtures.NOON, SHORTLISTED).rank(candidates);
    }
}
