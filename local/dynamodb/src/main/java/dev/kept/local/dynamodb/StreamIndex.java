package dev.kept.local.dynamodb;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteJob;
import com.almworks.sqlite4java.SQLiteQueue;
import com.amazonaws.services.dynamodbv2.local.server.AbstractLocalDynamoDBServerHandler;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.shared.access.LocalDBClient;
import com.amazonaws.services.dynamodbv2.local.shared.access.sqlite.SQLiteDBAccess;
import java.util.concurrent.ExecutionException;

/// An index on the stream records of DynamoDB Local.
///
/// For every request that it answers, a read of one item included, it looks for the first record of the table's stream.
/// Records are kept for a day, those of all tables in one SQLite table in the order of writing, which has no index for
/// that: every record before the first of the stream is read. After 8,000 writes to one table, each request to another
/// took 8 ms.
final class StreamIndex {
    private static final String CREATE = "CREATE INDEX IF NOT EXISTS \"kept_records_of_streams\" ON us (StreamID);";

    private StreamIndex() {}

    /// @throws ReflectiveOperationException when another release has other fields: its database is private
    static void create(DynamoDBProxyServer server)
            throws ReflectiveOperationException, InterruptedException, ExecutionException {
        Object handler =
                PrivateField.of(DynamoDBProxyServer.class, "serverHandler").in(server);
        Object requests = PrivateField.of(AbstractLocalDynamoDBServerHandler.class, "primaryHandler")
                .in(handler);
        queue(database(requests)).execute(new Creation()).get();
    }

    /// Opens it, as the first request would; its name does not matter to a database that all share.
    private static Object database(Object requests) throws ReflectiveOperationException {
        var open = LocalDynamoDBRequestHandler.class.getDeclaredMethod("getHandler", String.class);
        open.setAccessible(true);
        return open.invoke(requests, "");
    }

    private static SQLiteQueue queue(Object database) throws ReflectiveOperationException {
        Object access = PrivateField.of(LocalDBClient.class, "dbAccess").in(database);
        return (SQLiteQueue) PrivateField.of(SQLiteDBAccess.class, "queue").in(access);
    }

    private static final class Creation extends SQLiteJob<Boolean> {
        @Override
        protected Boolean job(SQLiteConnection connection) throws SQLiteException {
            connection.exec(CREATE);
            return true;
        }
    }
}
