package dev.kept.local.packaging;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// What can be reached in a library from a few of its classes by the names in their constant pools.
///
/// For libraries of which we use a corner, such as Lucene's analysis of words without its index. They must not look up
/// classes by name there; running every sample through every package shows that they do not.
final class Reachable {
    private static final String CLASS = ".class";

    private final ZipFile library;
    private final Set<String> reached = new HashSet<>();

    private Reachable(ZipFile library) {
        this.library = library;
    }

    /// The entries of the classes, those that are asked for included.
    static Set<String> from(Collection<String> classes, ZipFile library) throws IOException {
        Reachable reachable = new Reachable(library);
        Deque<String> next = new ArrayDeque<>(classes);
        while (!next.isEmpty()) {
            reachable.visit(next.removeFirst(), next);
        }
        return reachable.reached;
    }

    private void visit(String name, Deque<String> next) throws IOException {
        ZipEntry entry = library.getEntry(name + CLASS);
        if (entry != null && reached.add(entry.getName())) {
            next.addAll(References.of(library.getInputStream(entry).readAllBytes()));
        }
    }
}
