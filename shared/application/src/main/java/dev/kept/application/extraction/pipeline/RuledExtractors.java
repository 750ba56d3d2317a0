package dev.kept.application.extraction.pipeline;

import dev.kept.application.extraction.found.Extractor;
import dev.kept.application.extraction.found.Extractors;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.rules.RuleScope;
import dev.kept.domain.rules.RuleSet;
import dev.kept.domain.rules.RuleStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads turns by the bundled rules and those of their owner. Own rules are asked for each time, which is one read of
/// two keys; what was made of them is remembered by scope and version, so a change is seen by every process at its
/// next run, and never another's.
public final class RuledExtractors implements Extractors {
    /// Each holds the phrases of all rules, about half a megabyte.
    private static final int COMPILED_MAX = 50;

    private final RuleStore store;
    private final ExtractionPipeline bundled;
    private final Function<ExtractionPipeline, Extractor> stage;
    private final Extractor bundledExtractor;
    private final LeastRecent compiled = new LeastRecent();

    public RuledExtractors(RuleStore store, ExtractionPipeline bundled) {
        this(store, bundled, pipeline -> pipeline);
    }

    /// @param stage what is put on top of the rules, e.g. a model that they stand in for
    public RuledExtractors(RuleStore store, ExtractionPipeline bundled, Function<ExtractionPipeline, Extractor> stage) {
        this.store = store;
        this.bundled = bundled;
        this.stage = stage;
        this.bundledExtractor = stage.apply(bundled);
    }

    private record Made(RuleScope scope, long version) {}

    @Override
    public Extractor of(Owner owner, Optional<ProjectId> project) {
        List<RuleSet> own = store.effective(owner, project).stream()
                .filter(set -> !set.rules().isEmpty())
                .toList();
        return own.isEmpty() ? bundledExtractor : compiled(own);
    }

    private synchronized Extractor compiled(List<RuleSet> own) {
        List<Made> key =
                own.stream().map(set -> new Made(set.scope(), set.version())).toList();
        return compiled.computeIfAbsent(key, _ -> made(bundled.with(own)));
    }

    /// What stands on top of the rules is held to them.
    private Extractor made(ExtractionPipeline pipeline) {
        Extractor staged = stage.apply(pipeline);
        return staged.equals(pipeline) ? pipeline : pipeline.screening(staged);
    }

    private static final class LeastRecent extends LinkedHashMap<List<Made>, Extractor> {
        LeastRecent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Made>, Extractor> eldest) {
            return size() > COMPILED_MAX;
        }
    }
}
