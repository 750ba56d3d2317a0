package dev.kept.functions.extractionrules;

import dev.kept.application.extraction.pipeline.ExtractionPipeline;
import dev.kept.application.extraction.rules.BundledRule;
import dev.kept.application.extraction.rules.ManageRules;
import dev.kept.application.extraction.trial.SampleTurns;
import dev.kept.application.extraction.trial.Samples;
import dev.kept.application.extraction.trial.Trial;
import dev.kept.application.extraction.trial.TryRules;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.rules.OwnRules;
import dev.kept.domain.rules.RuleScope;
import dev.kept.domain.rules.RuleSet;
import dev.kept.domain.rules.RuleStore;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.session.TurnStore;
import dev.kept.runtime.http.Reply;
import dev.kept.runtime.http.Request;
import dev.kept.runtime.http.Routes;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/// `/v1/extraction/rules`: the rules of a user, or of one of the user's projects.
@Singleton
final class RulesApi {
    private final ManageRules rules;
    private final TryRules trials;
    private final Redactor redactor;
    private final Clock clock = Clock.systemUTC();
    private final Routes routes;

    RulesApi(
            RuleStore store,
            SessionStore sessions,
            TurnStore turns,
            Linguistics linguistics,
            @Value("${kept.redact.personal:none}") String redactPersonal) {
        this.redactor = Redactor.forPolicy(redactPersonal);
        this.rules = new ManageRules(store, redactor, clock);
        this.trials = new TryRules(sessions, turns, store, new ExtractionPipeline(redactor, linguistics));
        this.routes = new Routes()
                .on("GET /v1/extraction/rules", this::show)
                .on("PUT /v1/extraction/rules", this::put)
                .on("DELETE /v1/extraction/rules", this::reset);
    }

    Routes routes() {
        return routes;
    }

    private Reply show(Request request) {
        request.allowQuery("projectId", "version", "versions", "bundled");
        RuleScope scope = scope(request);
        RuleSet shown = number(request, "version")
                .map(version -> rules.version(scope, version))
                .orElseGet(() -> rules.current(scope));
        RulesView view = RulesView.of(shown, rules.order(scope));
        if (flag(request, "versions")) {
            view = view.with(rules.versions(scope));
        }
        return Notation.of(request.header("accept"))
                .reply(flag(request, "bundled") ? view.withBundled(BundledRule.all()) : view)
                .version(shown.version());
    }

    private Reply put(Request request) {
        request.allowQuery("projectId", "dryRun", "restore");
        Optional<Long> restored = number(request, "restore");
        RuleScope scope = scope(request);
        if (restored.isPresent() && !request.rawBody().isBlank()) {
            throw new InvalidRequest("", "there must be no body when a version is restored");
        }
        Notation notation = Notation.of(request.header("content-type"));
        return notation.placing(request.rawBody(), () -> {
            RulesBody body = restored.map(version ->
                            RulesBody.of(rules.version(scope, version).rules()))
                    .orElseGet(() -> notation.read(request.rawBody(), RulesBody.class));
            return flag(request, "dryRun") || body.dryRun().orElse(false)
                    ? tried(scope, body)
                    : kept(scope, body, request.ifMatch());
        });
    }

    private Reply kept(RuleScope scope, RulesBody body, Optional<Long> expected) {
        if (body.samples().isPresent()) {
            throw new InvalidRequest("samples", "can be given with dryRun only");
        }
        RuleSet kept = rules.put(scope, body.rules(), expected);
        return Reply.ok(RulesView.of(kept, rules.order(scope))).version(kept.version());
    }

    private Reply tried(RuleScope scope, RulesBody body) {
        OwnRules wanted = body.rules();
        Optional<SampleTurns> given = body.samples()
                .flatMap(samples -> samples.given(clock.instant()))
                .map(said -> SampleTurns.of(scope.owner(), said, redactor, clock.instant()));
        Samples samples = given.<Samples>map(turns -> new Samples.Given(turns.turns()))
                .orElseGet(() -> body.samples().orElse(SamplesBody.NONE).stored());
        Trial trial = trials.run(scope, wanted, samples);
        RuleSet current = rules.current(scope);
        TrialView view = TrialView.of(trial, given.map(SampleTurns::names).orElse(Map.of()));
        return Reply.ok(RulesView.of(current, rules.order(scope)).tried(wanted, view))
                .version(current.version());
    }

    private Reply reset(Request request) {
        request.allowQuery("projectId");
        return Reply.noContent()
                .version(rules.reset(scope(request), request.ifMatch()).version());
    }

    private static RuleScope scope(Request request) {
        return new RuleScope(request.owner(), request.query("projectId").map(ProjectId::new));
    }

    private static boolean flag(Request request, String name) {
        return request.query(name)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new InvalidRequest(name, "must be true or false");
                })
                .orElse(false);
    }

    private static Optional<Long> number(Request request, String name) {
        return request.integer(name).map(Integer::longValue);
    }
}
