package dev.kept.functions.migration;

import dev.kept.application.migration.Migration;
import dev.kept.domain.search.SearchIndex;

/// Makes the search index with its template and alias.
record SearchIndexMigration(SearchIndex index, String model) implements Migration {
    @Override
    public int version() {
        return 1;
    }

    @Override
    public String name() {
        return "search index";
    }

    @Override
    public void apply() {
        index.create(model);
    }

    @Override
    public void rollBack() {
        index.models().kept().forEach(index::drop);
    }
}
