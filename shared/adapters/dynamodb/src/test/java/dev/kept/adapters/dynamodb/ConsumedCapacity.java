package dev.kept.adapters.dynamodb;

import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Capacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/// Has every call say what it consumed, and adds it up. What transactions consume is worked out instead
/// ({@link TransactionUnits}).
final class ConsumedCapacity implements ExecutionInterceptor {
    private static final ExecutionAttribute<List<TransactionUnits.Image>> BEFORE =
            new ExecutionAttribute<>("Before the transaction");
    private static final ReturnConsumedCapacity INDEXES = ReturnConsumedCapacity.INDEXES;

    private int calls;
    private double read;
    private double written;

    /// @param read units, of strongly consistent reads of 4 KB
    /// @param written units, of writes of 1 KB
    record Used(int calls, double read, double written) {}

    synchronized Used sinceLastTime() {
        Used used = new Used(calls, read, written);
        calls = 0;
        read = 0;
        written = 0;
        return used;
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return switch (context.request()) {
            case GetItemRequest get ->
                get.toBuilder().returnConsumedCapacity(INDEXES).build();
            case BatchGetItemRequest get ->
                get.toBuilder().returnConsumedCapacity(INDEXES).build();
            case QueryRequest query ->
                query.toBuilder().returnConsumedCapacity(INDEXES).build();
            case PutItemRequest put ->
                put.toBuilder().returnConsumedCapacity(INDEXES).build();
            case UpdateItemRequest update ->
                update.toBuilder().returnConsumedCapacity(INDEXES).build();
            case DeleteItemRequest delete ->
                delete.toBuilder().returnConsumedCapacity(INDEXES).build();
            case BatchWriteItemRequest write ->
                write.toBuilder().returnConsumedCapacity(INDEXES).build();
            default -> context.request();
        };
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        if (context.request() instanceof TransactWriteItemsRequest transaction) {
            attributes.putAttribute(BEFORE, TransactionUnits.images(transaction.transactItems()));
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (context.request() instanceof TransactWriteItemsRequest transaction) {
            List<TransactionUnits.Image> after = TransactionUnits.images(transaction.transactItems());
            addWritten(TransactionUnits.between(attributes.getAttribute(BEFORE), after));
        } else {
            add(context.response());
        }
    }

    private synchronized void addWritten(double units) {
        calls++;
        written += units;
    }

    private synchronized void add(SdkResponse response) {
        calls++;
        switch (response) {
            case GetItemResponse get -> read += units(List.of(get.consumedCapacity()));
            case BatchGetItemResponse get -> read += units(get.consumedCapacity());
            case QueryResponse query -> read += units(query.consumedCapacity());
            case PutItemResponse put -> written += units(List.of(put.consumedCapacity()));
            case UpdateItemResponse update -> written += units(List.of(update.consumedCapacity()));
            case DeleteItemResponse delete -> written += units(List.of(delete.consumedCapacity()));
            case BatchWriteItemResponse write -> written += units(write.consumedCapacity());
            default -> calls--;
        }
    }

    /// Of a local index that it queries, DynamoDB Local reads the item in the table as well when that lacks an
    /// attribute which was asked for. AWS goes by what the index projects, and no query of ours asks for more.
    private static double units(software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity query) {
        return query.hasLocalSecondaryIndexes()
                ? query.localSecondaryIndexes().values().stream()
                        .mapToDouble(Capacity::capacityUnits)
                        .sum()
                : query.capacityUnits();
    }

    private static double units(List<software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity> consumed) {
        return consumed.stream().mapToDouble(one -> one.capacityUnits()).sum();
    }
}
