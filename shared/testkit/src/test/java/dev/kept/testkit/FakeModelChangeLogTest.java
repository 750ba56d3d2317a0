package dev.kept.testkit;

import dev.kept.domain.search.ModelChangeLog;
import dev.kept.testkit.contract.ModelChangeLogContract;

class FakeModelChangeLogTest extends ModelChangeLogContract {
    @Override
    protected ModelChangeLog open() {
        return new FakeModelChangeLog();
    }
}
