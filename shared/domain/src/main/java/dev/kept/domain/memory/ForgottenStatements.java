package dev.kept.domain.memory;

import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import java.util.List;
import java.util.Optional;

/// What an owner wants to stay forgotten. It is written with the memory that it is about, by {@link MemoryWrite.Forget}
/// and {@link MemoryWrite.SetAside}, and goes when the owner is erased.
public interface ForgottenStatements {
    /// All that was forgotten in the project or everywhere, in no particular order; strongly consistent. Without a
    /// project, what was forgotten everywhere.
    List<Forgotten> in(Owner owner, Optional<ProjectId> project);

    /// Lifts all of an owner, for an erasure; safe to repeat.
    ///
    /// @return how many there were
    int erase(Owner owner);
}
