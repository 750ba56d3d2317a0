package dev.kept.testkit;

import dev.kept.domain.account.AccountStore;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.context.MemoryShelf;
import dev.kept.domain.context.TemplateStore;
import dev.kept.domain.document.DocumentStore;
import dev.kept.domain.extraction.ExtractionLedger;
import dev.kept.domain.idempotency.IdempotencyStore;
import dev.kept.domain.memory.ForgottenStatements;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.migration.MigrationLog;
import dev.kept.domain.operation.OperationStore;
import dev.kept.domain.project.ProjectSettingsStore;
import dev.kept.domain.rules.RuleStore;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.session.TurnStore;
import java.time.Clock;

/// All stores over one database.
public record Stores(
        SessionStore sessions,
        TurnStore turns,
        OperationStore operations,
        ExtractionLedger ledger,
        MemoryStore memories,
        ForgottenStatements forgotten,
        ProjectSettingsStore projectSettings,
        DocumentStore documents,
        SearchSource source,
        MemoryShelf shelf,
        ContextStore contexts,
        TemplateStore templates,
        RuleStore rules,
        AccountStore accounts,
        IdempotencyStore idempotency,
        MigrationLog migrations) {
    public static Stores fake(Clock clock) {
        FakeDatabase database = new FakeDatabase(clock);
        return new Stores(
                new FakeSessionStore(database),
                new FakeTurnStore(database),
                new FakeOperationStore(database),
                new FakeExtractionLedger(database),
                new FakeMemoryStore(database),
                new FakeForgottenStatements(database),
                new FakeProjectSettingsStore(),
                new FakeDocumentStore(database),
                new FakeSearchSource(database),
                new FakeMemoryShelf(database),
                new FakeContextStore(clock),
                new FakeTemplateStore(),
                new FakeRuleStore(),
                new FakeAccountStore(),
                new FakeIdempotencyStore(),
                new FakeMigrationLog());
    }
}
