package dev.kept.functions.extract;

import dev.kept.application.extraction.found.Candidate;
import dev.kept.application.extraction.found.Extraction;
import dev.kept.application.extraction.found.ExtractionInput;
import dev.kept.application.extraction.pipeline.ExtractionPipeline;
import dev.kept.application.extraction.pipeline.RuledExtractors;
import dev.kept.application.extraction.trial.SampleTurns;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.Trust;
import dev.kept.domain.rules.RuleStore;
import dev.kept.domain.session.Utterance;
import dev.kept.runtime.body.SampleBody;
import dev.kept.runtime.body.TurnBody;
import dev.kept.runtime.http.Reply;
import dev.kept.runtime.http.Request;
import dev.kept.runtime.http.Routes;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `POST /v1/extract`.
@Singleton
final class ExtractApi {
    private final Redactor redactor;
    private final RuledExtractors extractors;
    private final Clock clock;
    private final Routes routes;

    ExtractApi(Linguistics linguistics, RuleStore rules, @Value("${kept.redact.personal:none}") String redactPersonal) {
        this.redactor = Redactor.forPolicy(redactPersonal);
        this.extractors = new RuledExtractors(rules, new ExtractionPipeline(redactor, linguistics));
        this.clock = Clock.systemUTC();
        this.routes = new Routes().on("POST /v1/extract", this::extract);
    }

    Routes routes() {
        return routes;
    }

    private Reply extract(Request request) {
        Instant now = clock.instant();
        Body body = request.body(Body.class);
        SampleTurns sample = SampleTurns.of(request.owner(), body.utterances(now), redactor, now);
        Extraction extraction = extractors
                .of(request.owner(), body.project())
                .read(new ExtractionInput(List.of(), sample.turns()))
                .together();
        return Reply.ok(Answer.of(extraction, sample));
    }

    record Body(Optional<List<TurnBody>> turns, Optional<String> text, Optional<String> projectId) {
        Body {
            projectId.ifPresent(ProjectId::new);
        }

        List<Utterance> utterances(Instant now) {
            return new SampleBody(turns, text).utterances(now);
        }

        Optional<ProjectId> project() {
            return projectId.map(ProjectId::new);
        }
    }

    record Answer(
            List<MemoryFound> memories,
            List<EntityFound> entities,
            List<RelationFound> relations,
            Map<String, Integer> redactions,
            List<RejectedCandidate> rejected) {
        static Answer of(Extraction extraction, SampleTurns sample) {
            return new Answer(
                    extraction.candidates().stream()
                            .map(candidate -> MemoryFound.of(candidate, sample))
                            .toList(),
                    extraction.entities().stream()
                            .map(entity -> new EntityFound(entity.name(), entity.kind(), entity.aliases()))
                            .toList(),
                    extraction.relations().stream()
                            .map(relation -> new RelationFound(relation.from(), relation.relation(), relation.to()))
                            .toList(),
                    sample.redactions(),
                    extraction.rejected().stream()
                            .map(rejected -> new RejectedCandidate(rejected.content(), rejected.reason()))
                            .toList());
        }
    }

    record MemoryFound(
            MemoryType type,
            String content,
            String summary,
            double importance,
            double confidence,
            List<String> entities,
            List<String> sourceTurnIds,
            Trust trust,
            String why) {
        static MemoryFound of(Candidate candidate, SampleTurns sample) {
            return new MemoryFound(
                    candidate.type(),
                    candidate.content(),
                    candidate.summary(),
                    candidate.importance(),
                    candidate.confidence(),
                    candidate.entities(),
                    candidate.sourceTurnIds().stream().map(sample::name).toList(),
                    candidate.trust(),
                    candidate.why());
        }
    }

    record EntityFound(String name, String kind, List<String> aliases) {}

    record RelationFound(String from, String relation, String to) {}

    record RejectedCandidate(String content, String why) {}
}
