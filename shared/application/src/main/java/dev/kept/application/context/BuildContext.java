package dev.kept.application.context;

import dev.kept.application.cache.Copies;
import dev.kept.application.telemetry.Steps;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.context.Summarizer;
import dev.kept.domain.context.TemplateStore;
import dev.kept.domain.context.TokenCounter;
import dev.kept.domain.id.ContextId;
import dev.kept.domain.search.Kind;
import dev.kept.domain.telemetry.Metric;
import dev.kept.domain.telemetry.Metrics;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Builds the text that an assistant is handed: what is recalled for the request, the best of it
/// under the budget. The same request over the same records gives the same text.
public final class BuildContext {
    private final Recall recall;
    private final Shelves shelves;
    private final TemplateStore own;
    private final Optional<Summarizer> summarizer;
    private final Templates templates;
    private final Answers answers;
    private final Essentials essentials;
    private final LastSession lastSession;
    private final TokenCounter counter;
    private final Clock clock;
    private final Metrics metrics;
    private final Steps steps;

    public BuildContext(Recall recall, TemplateStore own, TokenCounter counter, Clock clock) {
        this(recall, new Shelves.Recorded(recall.shelf()), own, counter, clock, Optional.empty(), Metrics.NONE);
    }

    private BuildContext(
            Recall recall,
            Shelves shelves,
            TemplateStore own,
            TokenCounter counter,
            Clock clock,
            Optional<Summarizer> summarizer,
            Metrics metrics) {
        this.recall = recall;
        this.shelves = shelves;
        this.own = own;
        this.templates = new Templates(own);
        this.answers = new Answers(recall.search(), recall.source());
        this.essentials = new Essentials(shelves);
        this.lastSession = new LastSession(recall.sessions(), recall.source());
        this.counter = counter;
        this.clock = clock;
        this.summarizer = summarizer;
        this.metrics = metrics;
        this.steps = new Steps(metrics, Metric.CONTEXT_STEP_LATENCY);
    }

    /// One that takes a model's word for what is long. For work in the background: nobody who waits
    /// for a context should wait for a model.
    public BuildContext summarizing(Summarizer model) {
        return new BuildContext(recall, shelves, own, counter, clock, Optional.of(model), metrics);
    }

    /// One that says how long its steps take. What stands on it measures what is handed out.
    public BuildContext measuredBy(Metrics measuring) {
        return new BuildContext(recall, shelves, own, counter, clock, summarizer, measuring);
    }

    /// One that reads the shelves of memories once, as long as nothing on them changes.
    public BuildContext copying(Copies copies) {
        Shelves copied = new CopiedShelves(new Shelves.Recorded(recall.shelf()), copies);
        return new BuildContext(recall, copied, own, counter, clock, summarizer, metrics);
    }

    Metrics metrics() {
        return metrics;
    }

    Steps steps() {
        return steps;
    }

    public Context build(ContextRequest request, ContextId id, int version) {
        return draft(request, id).as(version);
    }

    Draft draft(ContextRequest request, ContextId id) {
        Instant startedAt = clock.instant();
        Recipe recipe = Recipe.of(request);
        Layout layout = new Layout(id, templates.of(request));
        Recalled recalled = steps.time("recall", () -> recalled(request, recipe));
        Selected selected = steps.time("select", () -> select(request, recipe, layout, recalled));
        return new Draft(request, layout, selected, recalled.degraded(), counter, startedAt);
    }

    private Selected select(ContextRequest request, Recipe recipe, Layout layout, Recalled recalled) {
        Costs costs = new Costs(counter);
        Page page = new Page(layout, costs, request.budget().maxTokens());
        Wording wording = new Wording(layout.style(), costs, shortenings(request));
        return new Selection(recipe, page, wording, recalled.candidates()).choose();
    }

    /// A model's summary comes last: when it fails, nothing is missing.
    private List<Shortening> shortenings(ContextRequest request) {
        Shortening sentences =
                new ToSentences(Sentences.Worth.asking(request.query().orElse("")));
        return Stream.concat(
                        Stream.of(new ToSummary(), sentences),
                        summarizer.stream().map(ByModel::new))
                .toList();
    }

    /// The reads wait for different systems, so they go on beside each other.
    private Recalled recalled(ContextRequest request, Recipe recipe) {
        var essential = Beside.start(() -> essentials(request, recipe));
        Recalled first = request.query()
                .map(query -> answers.to(request, query))
                .orElseGet(() -> new Recalled(lastSession(request), false));
        return new Recalled(once(first.candidates(), essential.join()), first.degraded());
    }

    private List<Candidate> essentials(ContextRequest request, Recipe recipe) {
        return request.includes(Kind.MEMORY) ? essentials.of(request, recipe) : List.of();
    }

    private List<Candidate> lastSession(ContextRequest request) {
        return request.includes(Kind.TURN) ? lastSession.before(request) : List.of();
    }

    /// A record that was found in two ways stands where it was found first.
    private static List<Candidate> once(List<Candidate> first, List<Candidate> second) {
        Map<String, Candidate> byId = new HashMap<>();
        return Stream.concat(first.stream(), second.stream())
                .filter(candidate -> byId.putIfAbsent(key(candidate), candidate) == null)
                .toList();
    }

    private static String key(Candidate candidate) {
        return candidate
                .item()
                .map(item -> item.kind() + item.id())
                .orElse(candidate.subject().id());
    }
}
