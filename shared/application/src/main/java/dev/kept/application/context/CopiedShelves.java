package dev.kept.application.context;

import dev.kept.application.cache.Copies;
import dev.kept.application.cache.Copies.Copy;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.search.SearchRecord;
import java.util.List;
import java.util.Optional;

/// Shelves that are read once, as long as nothing on them changes.
final class CopiedShelves implements Shelves {
    private static final RecordsForm FORM = new RecordsForm();

    private final Shelves shelves;
    private final Copies copies;

    CopiedShelves(Shelves shelves, Copies copies) {
        this.shelves = shelves;
        this.copies = copies;
    }

    @Override
    public List<SearchRecord> read(Owner owner, Optional<ProjectId> project, int limit) {
        String name = limit + " " + project.map(ProjectId::value).orElse("");
        Copy<List<SearchRecord>> copy = new Copy<>(owner, FORM, name, "memories");
        return copies.find(copy, copies.current(owner), () -> Optional.of(shelves.read(owner, project, limit)))
                .orElseThrow();
    }
}
