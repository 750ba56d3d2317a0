package dev.kept.adapters.dynamodb;

/// How a conditional write of one item ended.
sealed interface Written {
    /// @param item after the write; after a delete, what was there
    record Done(Item item) implements Written {}

    /// @param item as it is; without attributes when there is none
    record Refused(Item item) implements Written {
        boolean isGone() {
            return !item.has(Attribute.ITEM);
        }
    }
}
