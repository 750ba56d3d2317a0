package dev.kept.adapters.dynamodb;

/// The indexes of the tables: name, key and whether it can be read strongly consistent (only
/// local ones can).
enum Index {
    SESSION_ORDER("session-order", Attribute.OWNER, Attribute.SESSION_ORDER, true),
    UNINDEXED("unindexed", Attribute.OWNER, Attribute.UNINDEXED_SINCE, true),
    SHELF("shelf", Attribute.OWNER, Attribute.SHELF_SORT, true),
    BY_TIME("by-time", Attribute.TIME_KEY, Attribute.TIME_SORT, false),
    BY_PROJECT("by-project", Attribute.PROJECT_KEY, Attribute.TIME_SORT, false),
    BY_SESSION("by-session", Attribute.SESSION_KEY, Attribute.ITEM, false),
    OPEN_SESSIONS("open-sessions", Attribute.OPEN_SHARD, Attribute.LAST_ACTIVITY_AT, false),
    BEHIND("behind", Attribute.BEHIND_SHARD, Attribute.BEHIND_SINCE, false),
    UNINDEXED_RECORDS("unindexed-records", Attribute.UNINDEXED_SHARD, Attribute.UNINDEXED_SINCE, false);

    final String indexName;
    final String partition;
    final String sort;
    final boolean local;

    Index(String indexName, String partition, String sort, boolean local) {
        this.indexName = indexName;
        this.partition = partition;
        this.sort = sort;
        this.local = local;
    }
}
