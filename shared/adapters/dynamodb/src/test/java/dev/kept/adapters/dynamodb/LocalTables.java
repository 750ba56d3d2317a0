package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.Ids;
import dev.kept.domain.work.LargeContent;
import dev.kept.local.template.LocalValues;
import dev.kept.local.template.SystemModel;
import dev.kept.local.template.TableModel;
import dev.kept.local.template.TemplateReader;
import dev.kept.testkit.ChildServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;

/// Fresh tables in one DynamoDB Local for all tests of this JVM, with the keys and indexes of the
/// template. They have no time to live, because the tests' clock stands elsewhere.
final class LocalTables {
    private static final URI SERVER =
            ChildServer.start("dev.kept.local.dynamodb.LocalDynamoDb").uri();
    static final DynamoDbClient CLIENT = client(new ExecutionInterceptor() {});
    private static final List<TableModel> MODELS = models();
    private static final AtomicInteger GENERATION = new AtomicInteger();

    private LocalTables() {}

    static dev.kept.testkit.Stores stores(Clock clock, LargeContent large) {
        return stores(CLIENT, create(), clock, large);
    }

    static dev.kept.testkit.Stores stores(DynamoDbClient client, Tables tables, Clock clock, LargeContent large) {
        Stores stores = new Stores(client, tables, clock);
        return new dev.kept.testkit.Stores(
                stores.sessions(large),
                stores.turns(large, new Ids(clock)),
                stores.operations(),
                stores.ledger(),
                stores.memories(),
                stores.forgotten(),
                stores.projectSettings(),
                stores.documents(large),
                stores.searchSource(large),
                stores.shelf(),
                stores.contexts(large),
                stores.templates(),
                stores.rules(),
                stores.accounts(),
                stores.idempotency(large),
                stores.migrations());
    }

    static Tables create() {
        String suffix = "-" + GENERATION.incrementAndGet();
        MODELS.forEach(model -> CLIENT.createTable(request(model, model.logicalId() + suffix)));
        return new Tables(
                "SessionsTable" + suffix, "MemoriesTable" + suffix, "ContextsTable" + suffix, "AccountsTable" + suffix);
    }

    /// By the name of a table that was created.
    static TableModel model(String table) {
        return MODELS.stream()
                .filter(model -> table.startsWith(model.logicalId() + "-"))
                .findFirst()
                .orElseThrow();
    }

    /// A client that does something of ours before each call.
    static DynamoDbClient client(ExecutionInterceptor interceptor) {
        return DynamoDbClient.builder()
                .endpointOverride(SERVER)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .overrideConfiguration(override -> override.addExecutionInterceptor(interceptor))
                .build();
    }

    private static List<TableModel> models() {
        SystemModel system = TemplateReader.read(
                Path.of("../../../infra/data.yaml"),
                Map.of("KeyArn", "arn:aws:kms:us-east-1:000000000000:key/local", "DeletionProtection", "false"),
                LocalValues.withEndpoints("http://127.0.0.1:1", "http://127.0.0.1:2"));
        return system.tables();
    }

    private static CreateTableRequest request(TableModel model, String name) {
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(model.attributes().entrySet().stream()
                        .map(entry -> AttributeDefinition.builder()
                                .attributeName(entry.getKey())
                                .attributeType(entry.getValue())
                                .build())
                        .toList())
                .keySchema(schema(model.key()));
        if (!model.localIndexes().isEmpty()) {
            request.localSecondaryIndexes(
                    model.localIndexes().stream().map(LocalTables::local).toList());
        }
        if (!model.globalIndexes().isEmpty()) {
            request.globalSecondaryIndexes(
                    model.globalIndexes().stream().map(LocalTables::global).toList());
        }
        return request.build();
    }

    private static LocalSecondaryIndex local(TableModel.Index index) {
        return LocalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(schema(index.key()))
                .projection(projection(index))
                .build();
    }

    private static GlobalSecondaryIndex global(TableModel.Index index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.name())
                .keySchema(schema(index.key()))
                .projection(projection(index))
                .build();
    }

    private static Projection projection(TableModel.Index index) {
        Projection.Builder projection = Projection.builder().projectionType(index.projection());
        if (!index.projectedAttributes().isEmpty()) {
            projection.nonKeyAttributes(index.projectedAttributes());
        }
        return projection.build();
    }

    private static List<KeySchemaElement> schema(TableModel.Key key) {
        List<KeySchemaElement> schema = new ArrayList<>();
        schema.add(element(key.hash(), KeyType.HASH));
        key.range().ifPresent(range -> schema.add(element(range, KeyType.RANGE)));
        return schema;
    }

    private static KeySchemaElement element(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
