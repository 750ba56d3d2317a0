package dev.kept.adapters.dynamodb;

import dev.kept.local.template.TableModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// What a transaction consumes by the rules of AWS. DynamoDB Local cannot be asked: it counts one item of each table,
/// four times.
///
/// Everything counts twice, to prepare and to commit
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html). Whether that holds for
/// global indexes, which follow later, is not said; it is taken to.
final class TransactionUnits {
    private static final int TIMES = 2;

    private TransactionUnits() {}

    /// One item of a transaction as it stands in its table.
    record Image(TableModel table, Map<String, AttributeValue> item) {}

    static List<Image> images(List<TransactWriteItem> items) {
        return items.stream().map(TransactionUnits::image).toList();
    }

    static double between(List<Image> before, List<Image> after) {
        int units = 0;
        for (int i = 0; i < before.size(); i++) {
            units += between(before.get(i), after.get(i));
        }
        return TIMES * units;
    }

    private static int between(Image before, Image after) {
        TableModel table = before.table();
        int units = Math.max(1, larger(before.item(), after.item()));
        for (TableModel.Index index : indexes(table)) {
            units += between(index, entry(table, index, before.item()), entry(table, index, after.item()));
        }
        return units;
    }

    /// A key that changes is one removal and one insertion.
    private static int between(
            TableModel.Index index, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
        if (before.equals(after)) {
            return 0;
        }
        boolean moved = keys(index.key())
                .anyMatch(name -> !Optional.ofNullable(before.get(name)).equals(Optional.ofNullable(after.get(name))));
        return moved ? ItemSize.units(before) + ItemSize.units(after) : larger(before, after);
    }

    private static int larger(Map<String, AttributeValue> some, Map<String, AttributeValue> others) {
        return Math.max(ItemSize.units(some), ItemSize.units(others));
    }

    /// What an index holds of an item; empty when it is not in it.
    private static Map<String, AttributeValue> entry(
            TableModel table, TableModel.Index index, Map<String, AttributeValue> item) {
        if (!keys(index.key()).allMatch(item::containsKey)) {
            return Map.of();
        }
        Set<String> projected = new HashSet<>(index.projectedAttributes());
        keys(index.key()).forEach(projected::add);
        keys(table.key()).forEach(projected::add);
        Map<String, AttributeValue> entry = new HashMap<>(item);
        if (!index.projection().equals("ALL")) {
            entry.keySet().retainAll(projected);
        }
        return entry;
    }

    private static List<TableModel.Index> indexes(TableModel table) {
        return Stream.of(table.localIndexes(), table.globalIndexes())
                .flatMap(Collection::stream)
                .toList();
    }

    private static Stream<String> keys(TableModel.Key key) {
        return Stream.concat(Stream.of(key.hash()), key.range().stream());
    }

    private static Image image(TransactWriteItem item) {
        if (item.put() != null) {
            return image(item.put().tableName(), item.put().item());
        }
        if (item.update() != null) {
            return image(item.update().tableName(), item.update().key());
        }
        return item.delete() != null
                ? image(item.delete().tableName(), item.delete().key())
                : image(item.conditionCheck().tableName(), item.conditionCheck().key());
    }

    private static Image image(String name, Map<String, AttributeValue> item) {
        TableModel table = LocalTables.model(name);
        Map<String, AttributeValue> key = new HashMap<>(item);
        key.keySet().retainAll(keys(table.key()).toList());
        return new Image(
                table,
                LocalTables.CLIENT
                        .getItem(get -> get.tableName(name).key(key).consistentRead(true))
                        .item());
    }
}
