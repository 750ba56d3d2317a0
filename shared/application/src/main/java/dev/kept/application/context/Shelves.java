package dev.kept.application.context;

import dev.kept.domain.context.MemoryShelf;
import dev.kept.domain.context.MemoryShelf.Scope;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.search.SearchRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The memories that a context may hold for what they are, and not for what was asked.
interface Shelves {
    /// The most important ones of each scope that counts in the project, and then the newest of
    /// all; some twice.
    ///
    /// @param limit of each
    List<SearchRecord> read(Owner owner, Optional<ProjectId> project, int limit);

    /// The record itself, all of it read side by side.
    record Recorded(MemoryShelf shelf) implements Shelves {
        @Override
        public List<SearchRecord> read(Owner owner, Optional<ProjectId> project, int limit) {
            Stream<Supplier<List<SearchRecord>>> important =
                    scopes(project).map(scope -> () -> shelf.important(owner, scope, limit));
            Supplier<List<SearchRecord>> newest = () -> shelf.newest(owner, limit);
            List<Beside<List<SearchRecord>>> reads = Stream.concat(important, Stream.of(newest))
                    .map(Beside::start)
                    .toList();
            return reads.stream().flatMap(read -> read.join().stream()).toList();
        }

        private static Stream<Scope> scopes(Optional<ProjectId> project) {
            return Stream.concat(
                    Stream.of(new Scope.Preferences(), new Scope.NoProject()),
                    project.map(Scope.Project::new).stream());
        }
    }
}
