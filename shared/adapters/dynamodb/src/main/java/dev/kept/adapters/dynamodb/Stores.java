package dev.kept.adapters.dynamodb;

import dev.kept.domain.account.AccountStore;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.context.MemoryShelf;
import dev.kept.domain.context.TemplateStore;
import dev.kept.domain.document.DocumentStore;
import dev.kept.domain.extraction.ExtractionLedger;
import dev.kept.domain.extraction.ParagraphLog;
import dev.kept.domain.id.Ids;
import dev.kept.domain.idempotency.IdempotencyStore;
import dev.kept.domain.memory.ForgottenStatements;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.migration.MigrationLog;
import dev.kept.domain.operation.OperationStore;
import dev.kept.domain.project.ProjectSettingsStore;
import dev.kept.domain.rate.TokenBuckets;
import dev.kept.domain.redaction.RedactionScanLog;
import dev.kept.domain.redaction.StoredTexts;
import dev.kept.domain.rules.RuleStore;
import dev.kept.domain.search.EmbeddingCache;
import dev.kept.domain.search.ModelChangeLog;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.session.TurnStore;
import dev.kept.domain.spending.SpendingStore;
import dev.kept.domain.work.LargeContent;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Puts the stores together over one client.
final class Stores {
    private final DynamoDbClient client;
    private final Tables tables;
    private final Dynamo dynamo;
    private final Clock clock;
    private final SessionsTable sessions;
    private final MemoriesTable memories;
    private final AccountsTable accounts;
    private final String contexts;
    private final Everything everything;

    Stores(DynamoDbClient client, Tables tables, Clock clock) {
        this.client = client;
        this.tables = tables;
        this.dynamo = new Dynamo(client);
        this.clock = clock;
        this.sessions = new SessionsTable(dynamo, tables.sessions());
        this.memories = new MemoriesTable(tables.memories(), clock);
        this.accounts = new AccountsTable(tables.accounts());
        this.contexts = tables.contexts();
        this.everything = new Everything(client, tables);
    }

    SessionStore sessions(LargeContent large) {
        SessionRemoval removal = new SessionRemoval(dynamo, sessions, new Contents(large), clock);
        return new DynamoDbSessionStore(dynamo, sessions, removal);
    }

    TurnStore turns(LargeContent large, Ids ids) {
        return new DynamoDbTurnStore(dynamo, sessions, new Contents(large), ids);
    }

    OperationStore operations() {
        return new DynamoDbOperationStore(dynamo, sessions, clock);
    }

    ExtractionLedger ledger() {
        return new DynamoDbExtractionLedger(dynamo, sessions, memories, clock);
    }

    MemoryStore memories() {
        return new DynamoDbMemoryStore(dynamo, memories, clock);
    }

    ForgottenStatements forgotten() {
        return new DynamoDbForgottenStatements(dynamo, memories);
    }

    ProjectSettingsStore projectSettings() {
        return new DynamoDbProjectSettingsStore(dynamo, sessions);
    }

    DocumentStore documents(LargeContent large) {
        return new DynamoDbDocumentStore(dynamo, memories, new Contents(large), clock);
    }

    SearchSource searchSource(LargeContent large) {
        return new DynamoDbSearchSource(dynamo, sessions, memories, new Contents(large), everything);
    }

    ContextStore contexts(LargeContent large) {
        return new DynamoDbContextStore(dynamo, contexts, new Contents(large), clock);
    }

    EmbeddingCache embeddings() {
        return new DynamoDbEmbeddingCache(dynamo, contexts, clock);
    }

    SpendingStore spending() {
        return new DynamoDbSpendingStore(dynamo, contexts, clock);
    }

    ParagraphLog paragraphs() {
        return new DynamoDbParagraphLog(dynamo, contexts, clock);
    }

    TemplateStore templates() {
        return new DynamoDbTemplateStore(dynamo, contexts);
    }

    RuleStore rules() {
        return new DynamoDbRuleStore(dynamo, memories);
    }

    MemoryShelf shelf() {
        return new DynamoDbMemoryShelf(dynamo, memories);
    }

    AccountStore accounts() {
        return new DynamoDbAccountStore(dynamo, accounts);
    }

    TokenBuckets buckets() {
        return new DynamoDbTokenBuckets(dynamo, accounts);
    }

    IdempotencyStore idempotency(LargeContent large) {
        return new DynamoDbIdempotencyStore(dynamo, accounts, new Contents(large));
    }

    ModelChangeLog modelChanges() {
        return new DynamoDbModelChangeLog(dynamo, accounts);
    }

    RedactionScanLog redactionScans() {
        return new DynamoDbRedactionScanLog(dynamo, accounts);
    }

    StoredTexts texts(LargeContent large) {
        return new DynamoDbStoredTexts(client, tables, new Contents(large), clock);
    }

    MigrationLog migrations() {
        return new DynamoDbMigrationLog(dynamo, accounts);
    }
}
