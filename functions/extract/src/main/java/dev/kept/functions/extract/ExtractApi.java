package dev.kept.functions.extract;

import dev.kept.application.extraction.Candidate;
import dev.kept.application.extraction.Extraction;
import dev.kept.application.extraction.ExtractionInput;
import dev.kept.application.extraction.ExtractionPipeline;
import dev.kept.application.redaction.Redacted;
import dev.kept.application.redaction.Redactor;
import dev.kept.application.session.IngestTurns;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.extraction.Linguistics;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.memory.Trust;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import dev.kept.runtime.body.TurnBody;
import dev.kept.runtime.http.Reply;
import dev.kept.runtime.http.Request;
import dev.kept.runtime.http.Routes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// `POST /v1/extract`.
@Singleton
final class ExtractApi {
    private static final SessionId DRY_RUN = new SessionId("dry-run");

    private final Redactor redactor;
    private final ExtractionPipeline pipeline;
    private final Clock clock;
    private final Routes routes;

    ExtractApi(Linguistics linguistics) {
        this.redactor = Redactor.standard();
        this.pipeline = new ExtractionPipeline(redactor, linguistics);
        this.clock = Clock.systemUTC();
        this.routes = new Routes().on("POST /v1/extract", this::extract);
    }

    Routes routes() {
        return routes;
    }

    private Reply extract(Request request) {
        Instant now = clock.instant();
        List<Utterance> utterances = request.body(Body.class).utterances(now);
        Map<String, Integer> redactions = new TreeMap<>();
        Map<TurnId, String> names = new HashMap<>();
        List<Turn> turns = new ArrayList<>();
        for (Utterance utterance : utterances) {
            Redacted redacted = redactor.redact(utterance.content());
            redacted.counts().forEach((kind, count) -> redactions.merge(kind, count, Integer::sum));
            String position = Integer.toString(turns.size());
            TurnId id = new TurnId("t_" + "0".repeat(3 - position.length()) + position);
            names.put(id, utterance.clientId().orElse(position));
            turns.add(turn(request.owner(), id, utterance.withContent(redacted.text()), now));
        }
        Extraction extraction = pipeline.extract(new ExtractionInput(List.of(), turns));
        return Reply.ok(Answer.of(extraction, redactions, names));
    }

    private static Turn turn(Owner owner, TurnId id, Utterance utterance, Instant now) {
        return new Turn(owner, DRY_RUN, Optional.empty(), id, utterance, now);
    }

    record Body(Optional<List<TurnBody>> turns, Optional<String> text) {
        List<Utterance> utterances(Instant now) {
            if (turns.isPresent() == text.isPresent()) {
                throw new InvalidRequest("", "either turns or text must be given");
            }
            List<Utterance> all = turns.isPresent()
                    ? turns.get().stream().map(turn -> turn.utterance(now)).toList()
                    : List.of(told(text.orElseThrow(), now));
            if (all.isEmpty() || all.size() > IngestTurns.TURNS_MAX) {
                throw new InvalidRequest("turns", "must be 1 to " + IngestTurns.TURNS_MAX + " turns");
            }
            return all;
        }

        private static Utterance told(String text, Instant now) {
            try {
                return new Utterance(Optional.empty(), Role.USER, Optional.empty(), text, now, true, Map.of());
            } catch (InvalidRequest invalid) {
                throw new InvalidRequest("text", "must be 1 to 100000 characters");
            }
        }
    }

    record Answer(
            List<MemoryFound> memories,
            List<EntityFound> entities,
            List<RelationFound> relations,
            Map<String, Integer> redactions,
            List<RejectedCandidate> rejected) {
        static Answer of(Extraction extraction, Map<String, Integer> redactions, Map<TurnId, String> names) {
            return new Answer(
                    extraction.candidates().stream()
                            .map(candidate -> MemoryFound.of(candidate, names))
                            .toList(),
                    extraction.entities().stream()
                            .map(entity -> new EntityFound(entity.name(), entity.kind()))
                            .toList(),
                    extraction.relations().stream()
                            .map(relation -> new RelationFound(relation.from(), relation.relation(), relation.to()))
                            .toList(),
                    redactions,
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
        static MemoryFound of(Candidate candidate, Map<TurnId, String> names) {
            return new MemoryFound(
                    candidate.type(),
                    candidate.content(),
                    candidate.summary(),
                    candidate.importance(),
                    candidate.confidence(),
                    candidate.entities(),
                    candidate.sourceTurnIds().stream()
                            .map(id -> names.getOrDefault(id, id.value()))
                            .toList(),
                    candidate.trust(),
                    candidate.why());
        }
    }

    record EntityFound(String name, String kind) {}

    record RelationFound(String from, String relation, String to) {}

    record RejectedCandidate(String content, String why) {}
}
