package dev.kept.application.extraction.trial;

import dev.kept.application.extraction.found.Extraction;
import dev.kept.application.extraction.found.ExtractionInput;
import dev.kept.application.extraction.pipeline.ExtractionPipeline;
import dev.kept.application.extraction.rules.OwnRulesCheck;
import dev.kept.application.extraction.trial.NewestTurns.Sitting;
import dev.kept.application.extraction.trial.Trial.Tried;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.rules.OwnRules;
import dev.kept.domain.rules.RuleScope;
import dev.kept.domain.rules.RuleSet;
import dev.kept.domain.rules.RuleStore;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.session.TurnStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Tries rules before they are kept: reads turns by the rules that apply now and by those that would, and tells the
/// difference. Nothing is kept. A model that may stand before the rules is not asked.
public final class TryRules {
    private final NewestTurns newest;
    private final RuleStore store;
    private final ExtractionPipeline bundled;

    public TryRules(SessionStore sessions, TurnStore turns, RuleStore store, ExtractionPipeline bundled) {
        this.newest = new NewestTurns(sessions, turns);
        this.store = store;
        this.bundled = bundled;
    }

    /// @throws InvalidRequest naming the field at fault
    public Trial run(RuleScope scope, OwnRules rules, Samples samples) {
        OwnRulesCheck.check(rules);
        RuleSet tried = new RuleSet(scope, rules, 0, Instant.EPOCH);
        Map<Optional<ProjectId>, Pair> pairs = new HashMap<>();
        int turns = 0;
        List<Tried> memories = new ArrayList<>();
        for (Sitting sitting : sittings(scope, samples)) {
            Pair pair = pairs.computeIfAbsent(sitting.project(), project -> pair(tried, project));
            turns += sitting.input().turns().size();
            memories.addAll(pair.memories(sitting.input()));
        }
        return new Trial(turns, memories);
    }

    private List<Sitting> sittings(RuleScope scope, Samples samples) {
        return switch (samples) {
            case Samples.Given given ->
                List.of(new Sitting(scope.projectId(), new ExtractionInput(List.of(), given.turns())));
            case Samples.Newest wanted -> newest.read(scope, wanted);
        };
    }

    private record Pair(ExtractionPipeline before, ExtractionPipeline after) {
        List<Tried> memories(ExtractionInput input) {
            List<Extraction> old = before.extractEach(input);
            List<Extraction> next = after.extractEach(input);
            return IntStream.range(0, old.size())
                    .mapToObj(i -> new TrialOfTurn(old.get(i), next.get(i)))
                    .flatMap(turn -> turn.memories().stream())
                    .toList();
        }
    }

    private Pair pair(RuleSet tried, Optional<ProjectId> project) {
        List<RuleSet> now = store.effective(tried.scope().owner(), project);
        Stream<RuleSet> others = now.stream().filter(set -> !set.scope().equals(tried.scope()));
        boolean inProject = tried.scope().projectId().isPresent();
        List<RuleSet> then = (inProject
                        ? Stream.concat(others, Stream.of(tried))
                        : Stream.concat(Stream.of(tried), others))
                .toList();
        return new Pair(bundled.with(now), bundled.with(then));
    }
}
