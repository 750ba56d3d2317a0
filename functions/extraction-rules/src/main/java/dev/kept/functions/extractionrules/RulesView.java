package dev.kept.functions.extractionrules;

import dev.kept.application.extraction.pipeline.ExtractionPipeline;
import dev.kept.application.extraction.rules.BundledRule;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.rules.OwnRules;
import dev.kept.domain.rules.RuleSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The rules of one scope.
///
/// @param order what applies, each over those before it
/// @param versions those that can be put back, newest first, when they were asked for
/// @param trial what the rules of the request would do, which are shown in the place of the current ones
record RulesView(
        Scope scope,
        Optional<String> projectId,
        long version,
        Optional<Instant> updatedAt,
        RulesText rules,
        List<Layer> order,
        Optional<List<Version>> versions,
        Optional<List<Bundled>> bundled,
        Optional<TrialView> trial) {
    enum Scope {
        BUNDLED,
        USER,
        PROJECT;

        static Scope of(RuleSet set) {
            return set.scope().projectId().isPresent() ? PROJECT : USER;
        }
    }

    static RulesView of(RuleSet shown, List<RuleSet> order) {
        return new RulesView(
                Scope.of(shown),
                shown.scope().projectId().map(ProjectId::value),
                shown.version(),
                Optional.of(shown.updatedAt()).filter(_ -> shown.version() > 0),
                RulesText.of(shown.rules()),
                Stream.concat(Stream.of(Layer.BUNDLED), order.stream().map(Layer::of))
                        .toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    RulesView with(List<RuleSet> all) {
        List<Version> listed = all.stream().map(Version::of).toList();
        return new RulesView(scope, projectId, version, updatedAt, rules, order, Optional.of(listed), bundled, trial);
    }

    RulesView withBundled(List<BundledRule> all) {
        List<Bundled> listed = all.stream().map(Bundled::of).toList();
        return new RulesView(scope, projectId, version, updatedAt, rules, order, versions, Optional.of(listed), trial);
    }

    RulesView tried(OwnRules wanted, TrialView made) {
        return new RulesView(
                scope,
                projectId,
                version,
                updatedAt,
                RulesText.of(wanted),
                order,
                versions,
                bundled,
                Optional.of(made));
    }

    /// @param version of own rules a number, of the bundled ones the pipeline's name
    record Layer(Scope scope, Optional<String> projectId, String version) {
        static final Layer BUNDLED = new Layer(Scope.BUNDLED, Optional.empty(), ExtractionPipeline.VERSION);

        static Layer of(RuleSet set) {
            return new Layer(
                    Scope.of(set), set.scope().projectId().map(ProjectId::value), Long.toString(set.version()));
        }
    }

    record Version(long version, Instant updatedAt) {
        static Version of(RuleSet set) {
            return new Version(set.version(), set.updatedAt());
        }
    }

    record Bundled(
            String id,
            String section,
            Optional<MemoryType> type,
            Optional<Double> weight,
            String why,
            List<String> phrases) {
        static Bundled of(BundledRule rule) {
            return new Bundled(rule.id(), rule.section(), rule.type(), rule.weight(), rule.why(), rule.phrases());
        }
    }
}
