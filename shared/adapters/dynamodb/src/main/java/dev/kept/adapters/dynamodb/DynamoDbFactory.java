package dev.kept.adapters.dynamodb;

import dev.kept.adapters.aws.StoreCalls;
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
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Offers the stores; those of large records only to functions that can reach large content. Each is
/// made when it is first asked for, and none connects before its first call.
@Factory
final class DynamoDbFactory {
    private final Clock clock = Clock.systemUTC();

    @Singleton
    DynamoDbClient client() {
        return StoreCalls.DEFAULTS.configure(DynamoDbClient.builder()).build();
    }

    @Singleton
    Tables tables(
            @Property(name = "kept.sessions.table") String sessions,
            @Property(name = "kept.memories.table") String memories,
            @Property(name = "kept.contexts.table") String contexts,
            @Property(name = "kept.accounts.table") String accounts) {
        return new Tables(sessions, memories, contexts, accounts);
    }

    @Singleton
    Stores stores(DynamoDbClient client, Tables tables) {
        return new Stores(client, tables, clock);
    }

    @Singleton
    @Requires(beans = LargeContent.class)
    SessionStore sessionStore(Stores stores, LargeContent large) {
        return stores.sessions(large);
    }

    @Singleton
    @Requires(beans = LargeContent.class)
    TurnStore turnStore(Stores stores, LargeContent large) {
        return stores.turns(large, new Ids(clock));
    }

    @Singleton
    OperationStore operationStore(Stores stores) {
        return stores.operations();
    }

    @Singleton
    ExtractionLedger extractionLedger(Stores stores) {
        return stores.ledger();
    }

    @Singleton
    MemoryStore memoryStore(Stores stores) {
        return stores.memories();
    }

    @Singleton
    ForgottenStatements forgottenStatements(Stores stores) {
        return stores.forgotten();
    }

    @Singleton
    ProjectSettingsStore projectSettingsStore(Stores stores) {
        return stores.projectSettings();
    }

    @Singleton
    @Requires(beans = LargeContent.class)
    DocumentStore documentStore(Stores stores, LargeContent large) {
        return stores.documents(large);
    }

    @Singleton
    @Requires(beans = LargeContent.class)
    SearchSource searchSource(Stores stores, LargeContent large) {
        return stores.searchSource(large);
    }

    @Singleton
    @Requires(beans = LargeContent.class)
    ContextStore contextStore(Stores stores, LargeContent large) {
        return stores.contexts(large);
    }

    @Singleton
    EmbeddingCache embeddingCache(Stores stores) {
        return stores.embeddings();
    }

    @Singleton
    SpendingStore spendingStore(Stores stores) {
        return stores.spending();
    }

    @Singleton
    ParagraphLog paragraphLog(Stores stores) {
        return stores.paragraphs();
    }

    @Singleton
    TemplateStore templateStore(Stores stores) {
        return stores.templates();
    }

    @Singleton
    RuleStore ruleStore(Stores stores) {
        return stores.rules();
    }

    @Singleton
    MemoryShelf memoryShelf(Stores stores) {
        return stores.shelf();
    }

    @Singleton
    AccountStore accountStore(Stores stores) {
        return stores.accounts();
    }

    @Singleton
    TokenBuckets tokenBuckets(Stores stores) {
        return stores.buckets();
    }

    @Singleton
    @Requires(beans = LargeContent.class)
    IdempotencyStore idempotencyStore(Stores stores, LargeContent large) {
        return stores.idempotency(large);
    }

    @Singleton
    ModelChangeLog modelChangeLog(Stores stores) {
        return stores.modelChanges();
    }

    @Singleton
    RedactionScanLog redactionScanLog(Stores stores) {
        return stores.redactionScans();
    }

    @Singleton
    @Requires(beans = LargeContent.class)
    StoredTexts storedTexts(Stores stores, LargeContent large) {
        return stores.texts(large);
    }

    @Singleton
    MigrationLog migrationLog(Stores stores) {
        return stores.migrations();
    }
}
