package dev.kept.adapters.dynamodb;

/// The tables' names: `KEPT_SESSIONS_TABLE`, `KEPT_MEMORIES_TABLE`, `KEPT_CONTEXTS_TABLE`,
/// `KEPT_ACCOUNTS_TABLE`.
record Tables(String sessions, String memories, String contexts, String accounts) {
    Tables {
        require("kept.sessions.table", sessions);
        require("kept.memories.table", memories);
        require("kept.contexts.table", contexts);
        require("kept.accounts.table", accounts);
    }

    private static void require(String property, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException(property + " must name a table");
        }
    }
}
