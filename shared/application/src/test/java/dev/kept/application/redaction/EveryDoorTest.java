package dev.kept.application.redaction;

import static dev.kept.testkit.Fixtures.ADA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.application.account.ManageAccounts;
import dev.kept.application.context.ManageTemplates;
import dev.kept.application.embedding.Embeddings;
import dev.kept.application.extraction.rules.ManageRules;
import dev.kept.application.project.ChangeProject;
import dev.kept.application.search.Search;
import dev.kept.application.search.SearchQuery;
import dev.kept.application.session.ChangeSession;
import dev.kept.application.session.IngestTurns;
import dev.kept.application.session.StartSession;
import dev.kept.domain.account.AccountRole;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.rules.NameRule;
import dev.kept.domain.rules.OwnRules;
import dev.kept.domain.rules.RuleScope;
import dev.kept.domain.search.SearchFilter;
import dev.kept.domain.search.SearchMode;
import dev.kept.domain.session.Session;
import dev.kept.testkit.FakeEmbeddingCache;
import dev.kept.testkit.FakeEmbeddingModel;
import dev.kept.testkit.FakeSearchIndex;
import dev.kept.testkit.Fixtures;
import dev.kept.testkit.MutableClock;
import dev.kept.testkit.Stores;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// No secret comes in, whichever way it is sent.
class EveryDoorTest {
    private static final String KEY = "AKIAQ3EGTRX7ZJ5WBMNP";
    private static final ProjectId PROJECT = new ProjectId("keys of " + KEY);

    private final MutableClock clock = MutableClock.atNoon();
    private final Stores stores = Stores.fake(clock);
    private final Redactor redactor = Redactor.standard();

    @Test
    void aModelIsAskedWithoutTheSecretsOfAQuestion() {
        FakeEmbeddingModel model = new FakeEmbeddingModel();
        Search search = new Search(
                new FakeSearchIndex(), stores.source(), new Embeddings(model, new FakeEmbeddingCache()), clock);

        search.search(new SearchQuery(
                SearchFilter.of(ADA, Optional.empty()), "who may use " + KEY + "?", SearchMode.HYBRID, 10));

        assertEquals(List.of("who may use [redacted:aws-access-key]?"), model.asked());
    }

    @Test
    void idsOfSessionsProjectsAndTurnsHoldNone() {
        StartSession start = new StartSession(stores.sessions(), redactor, clock);
        refuses("sessionId", () -> start.start(command(new SessionId("s-" + KEY), Optional.empty())));
        refuses("projectId", () -> start.start(command(new SessionId("s1"), Optional.of(PROJECT))));
        start.start(command(new SessionId("s1"), Optional.empty()));
        refuses(
                "turns[1].id",
                () -> new IngestTurns(stores.turns(), redactor, clock)
                        .ingest(
                                ADA,
                                new SessionId("s1"),
                                List.of(Fixtures.turn("t1", "hello"), Fixtures.turn("t-" + KEY, "hello"))));
        refuses(
                "projectId",
                () -> new ChangeSession(stores.sessions(), redactor, clock)
                        .change(ADA, new SessionId("s1"), Optional.empty(), _ -> details(Optional.of(PROJECT))));
    }

    @Test
    void settingsRulesAndTemplatesHoldNone() {
        refuses(
                "projectId",
                () -> new ChangeProject(stores.projectSettings(), redactor, clock)
                        .extraction(ADA, PROJECT, false, Optional.empty()));
        ManageRules rules = new ManageRules(stores.rules(), redactor, clock);
        refuses(
                "projectId",
                () -> rules.put(new RuleScope(ADA, Optional.of(PROJECT)), OwnRules.NONE, Optional.empty()));
        refuses(
                "entities[0].aliases[0]",
                () -> rules.put(
                        RuleScope.of(ADA), naming(new NameRule("billing", "service", List.of(KEY))), Optional.empty()));
        ManageTemplates templates = new ManageTemplates(stores.templates(), redactor, clock);
        refuses("text", () -> templates.put(ADA, "mine", "key " + KEY, Optional.empty()));
    }

    @Test
    void accountsHoldNone() {
        ManageAccounts accounts = new ManageAccounts(stores.accounts(), redactor, clock);
        refuses("userId", () -> accounts.create(new UserId(KEY), AccountRole.USER, Optional.empty()));
        var made = accounts.create(new UserId("ada"), AccountRole.USER, Optional.of("Ada " + KEY));
        assertEquals(Optional.of("Ada [redacted:aws-access-key]"), made.user().displayName());
        var key = accounts.issueKey(new UserId("ada"), AccountRole.USER, Optional.of("for " + KEY));
        assertEquals(Optional.of("for [redacted:aws-access-key]"), key.key().name());
    }

    private static void refuses(String field, Runnable write) {
        assertEquals(field, assertThrows(InvalidRequest.class, write::run).field());
    }

    private static StartSession.Command command(SessionId id, Optional<ProjectId> project) {
        return new StartSession.Command(ADA, id, details(project), Optional.empty());
    }

    private static Session.Details details(Optional<ProjectId> project) {
        return new Session.Details(project, Optional.empty(), Optional.empty(), new TreeSet<>(), Map.of());
    }

    private static OwnRules naming(NameRule name) {
        return new OwnRules(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(name), List.of());
    }
}
