package dev.kept.adapters.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.domain.account.AccountStore;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.extraction.ExtractionLedger;
import dev.kept.domain.idempotency.IdempotencyStore;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.migration.MigrationLog;
import dev.kept.domain.operation.OperationStore;
import dev.kept.domain.search.SearchSource;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.session.TurnStore;
import dev.kept.domain.work.LargeContent;
import dev.kept.testkit.FakeLargeContent;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The names of the environment are the names of the template.
class DynamoDbFactoryTest {
    private static final Map<String, Object> ENVIRONMENT = Map.of(
            "kept.sessions.table", "sessions",
            "kept.memories.table", "memories",
            "kept.contexts.table", "contexts",
            "kept.accounts.table", "accounts");

    @BeforeEach
    void standInARegion() {
        System.setProperty("aws.region", "us-east-1");
    }

    @AfterEach
    void leaveIt() {
        System.clearProperty("aws.region");
    }

    @Test
    void offersTheStores() {
        try (ApplicationContext context = ApplicationContext.run(ENVIRONMENT)) {
            context.registerSingleton(LargeContent.class, new FakeLargeContent());
            assertInstanceOf(DynamoDbSessionStore.class, context.getBean(SessionStore.class));
            assertInstanceOf(DynamoDbTurnStore.class, context.getBean(TurnStore.class));
            assertInstanceOf(DynamoDbOperationStore.class, context.getBean(OperationStore.class));
            assertInstanceOf(DynamoDbExtractionLedger.class, context.getBean(ExtractionLedger.class));
            assertInstanceOf(DynamoDbMemoryStore.class, context.getBean(MemoryStore.class));
            assertInstanceOf(DynamoDbSearchSource.class, context.getBean(SearchSource.class));
            assertInstanceOf(DynamoDbContextStore.class, context.getBean(ContextStore.class));
            assertInstanceOf(DynamoDbAccountStore.class, context.getBean(AccountStore.class));
            assertInstanceOf(DynamoDbIdempotencyStore.class, context.getBean(IdempotencyStore.class));
            assertInstanceOf(DynamoDbMigrationLog.class, context.getBean(MigrationLog.class));
            assertEquals(new Tables("sessions", "memories", "contexts", "accounts"), context.getBean(Tables.class));
        }
    }

    @Test
    void refusesATableWithoutAName() {
        assertThrows(IllegalArgumentException.class, () -> new Tables("sessions", " ", "contexts", "accounts"));
    }
}
