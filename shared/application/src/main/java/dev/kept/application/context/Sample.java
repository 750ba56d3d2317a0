package dev.kept.application.context;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.search.SearchRecord;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Turn;
import dev.kept.domain.session.Utterance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A small context to try templates on: an item that has everything, and one that has little.
final class Sample {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    private Sample() {}

    static Map<SectionName, List<Chosen>> sections() {
        Candidate turn = new Candidate(SectionName.TURNS, turn(), 1, "");
        Candidate note = new Candidate(SectionName.LAST_SESSION, new Subject.Note("s1", AT, "2026-01-02"), 1, "");
        return Map.of(SectionName.TURNS, List.of(chosen(turn)), SectionName.LAST_SESSION, List.of(chosen(note)));
    }

    private static Chosen chosen(Candidate candidate) {
        Form form = Form.whole(candidate.subject().content());
        return new Chosen(candidate, new Passage(form.text(), 1, form), List.of());
    }

    private static Subject turn() {
        Utterance said =
                new Utterance(Optional.empty(), Role.USER, Optional.of("Ada"), "A sentence.", AT, true, Map.of());
        Turn turn = new Turn(
                Owner.of(new UserId("sample")), new SessionId("s1"), Optional.empty(), new TurnId("t1"), said, AT);
        return new Subject.Recalled(SearchRecord.of(turn, Optional.empty()));
    }
}
