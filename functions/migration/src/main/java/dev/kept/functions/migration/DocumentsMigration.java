package dev.kept.functions.migration;

import dev.kept.application.migration.Migration;
import dev.kept.domain.search.SearchIndex;

/// Lets an index that was made before there were documents take them. Not undone: a field that nothing uses costs
/// nothing.
record DocumentsMigration(SearchIndex index, String model) implements Migration {
    @Override
    public int version() {
        return 2;
    }

    @Override
    public String name() {
        return "documents in the search index";
    }

    @Override
    public void apply() {
        index.create(model);
    }

    @Override
    public void rollBack() {}
}
