package dev.kept.domain.memory;

/// One write to the memory store.
public sealed interface MemoryWrite {
    Memory memory();

    Change change();

    /// A new memory; its id must be free.
    record Create(Memory memory, Change change) implements MemoryWrite {}

    /// A changed memory; `memory.version()` is the version that was read.
    record Update(Memory memory, Change change) implements MemoryWrite {}
}
