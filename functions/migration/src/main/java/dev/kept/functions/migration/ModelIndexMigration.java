package dev.kept.functions.migration;

import dev.kept.application.migration.Migration;
import dev.kept.domain.search.SearchIndex;

/// Lets an index that was made before an index had a model be the configured model's, and gives it the fields that came
/// since. Not undone: an index without a model cannot be asked any more.
record ModelIndexMigration(SearchIndex index, String model) implements Migration {
    @Override
    public int version() {
        return 3;
    }

    @Override
    public String name() {
        return "an index for each embedding model";
    }

    @Override
    public void apply() {
        if (index.models().kept().isEmpty()) {
            index.create(model);
        }
    }

    @Override
    public void rollBack() {}
}
