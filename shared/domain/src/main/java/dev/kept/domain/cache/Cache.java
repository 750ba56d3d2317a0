package dev.kept.domain.cache;

import dev.kept.domain.id.Owner;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;

/// Copies of what can be read or made again. A help and no record: it may lose anything at any
/// time, and a cache that is down, slow or full is one that knows nothing. So nothing here throws.
///
/// Each place holds copies of one version. Who asks says which version is the current one, as the
/// record tells it: a copy of another version is not found, whoever failed to remove it. That is
/// what keeps answers right; forgetting only makes room, and sees to it that nothing forgotten lies
/// about.
///
/// Safe for use by many threads and processes.
public interface Cache {
    /// Keeps nothing.
    Cache NONE = new NoCache();

    /// More than this in one copy is not kept: it would hold up the others for longer than it
    /// saves.
    int BYTES_MAX = 1_000_000;

    /// Those of the names that the place holds in this version.
    Map<String, ByteBuffer> find(Place place, long version, Set<String> names);

    /// Keeps copies beside those of the same version and in place of all older ones, unless the
    /// place has come to a newer version. The place forgets them after a while, and when it gets
    /// too full.
    void keep(Place place, long version, Map<String, ByteBuffer> copies);

    /// Removes what is older than this version. Nothing older is taken any more, for longer than a
    /// reader that had begun before can take.
    void forget(Place place, long version);

    /// Removes the copies of these names, of whatever version they are.
    void remove(Place place, Set<String> names);

    /// Whether other processes find what this one keeps.
    boolean isShared();

    /// Whose copies, and of what.
    record Place(Owner owner, Drawer drawer) {}

    /// What copies are made from.
    enum Drawer {
        /// The owner's records: they are of the version that {@link
        /// dev.kept.domain.context.ContextStore#changes} tells.
        RECORDS,
        /// A text alone. They never change, and are all of one version.
        VECTORS,
        /// The owner's sessions, for those who write to them: they are all of one version, and the
        /// condition of the write finds out whether a copy is the current one.
        SESSIONS
    }
}
