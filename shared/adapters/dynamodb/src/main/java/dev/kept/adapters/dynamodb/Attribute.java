package dev.kept.adapters.dynamodb;

/// Names of the attributes that keys, indexes and conditions speak of.
final class Attribute {
    static final String OWNER = "owner";
    static final String ACCOUNT = "account";
    static final String ITEM = "item";
    static final String VERSION = "version";
    static final String SESSION_ORDER = "sessionOrder";
    static final String TIME_KEY = "timeKey";
    static final String TIME_SORT = "timeSort";
    static final String PROJECT_KEY = "projectKey";
    static final String SESSION_KEY = "sessionKey";
    static final String SHELF_SORT = "shelfSort";
    static final String OPEN_SHARD = "openShard";
    static final String LAST_ACTIVITY_AT = "lastActivityAt";
    static final String BEHIND_SHARD = "behindShard";
    static final String BEHIND_SINCE = "behindSince";
    static final String UNINDEXED_SHARD = "unindexedShard";
    static final String UNINDEXED_SINCE = "unindexedSince";
    static final String EMBEDDING = "embedding";
    static final String EMBEDDING_MODEL = "embeddingModel";
    static final String EXPIRES_AT = "expiresAt";

    private Attribute() {}
}
