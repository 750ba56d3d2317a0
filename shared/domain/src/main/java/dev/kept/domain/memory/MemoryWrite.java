package dev.kept.domain.memory;

/// One write to the memory store.
public sealed interface MemoryWrite {
    Memory memory();

    Change change();

    /// How many items of the store it changes, which a transaction may have 100 of.
    int items();

    /// A new memory; its id must be free.
    record Create(Memory memory, Change change) implements MemoryWrite {
        @Override
        public int items() {
            return 1;
        }
    }

    /// A changed memory; `memory.version()` is the version that was read.
    record Update(Memory memory, Change change) implements MemoryWrite {
        @Override
        public int items() {
            return 2;
        }
    }

    /// A memory that goes with its history; `memory.version()` is the version that was read.
    record Remove(Memory memory, Change change) implements MemoryWrite {
        @Override
        public int items() {
            return ofRemoval(memory);
        }
    }

    /// A memory that goes with its history, and whose statement is not to be learned again from what was said before.
    record Forget(Memory memory, Change change, Forgotten forgotten) implements MemoryWrite {
        @Override
        public int items() {
            return 1 + ofRemoval(memory);
        }
    }

    /// A changed memory that stays, though its statement is not to be learned again: one that is wrong, for instance.
    record SetAside(Memory memory, Change change, Forgotten forgotten) implements MemoryWrite {
        @Override
        public int items() {
            return 3;
        }
    }

    /// A memory that is not made after all, taken back before it was stored: only what stays of its statement is.
    record Withhold(Memory memory, Change change, Forgotten forgotten) implements MemoryWrite {
        @Override
        public int items() {
            return 1;
        }
    }

    /// Older versions than this many go on their own before: nobody relies on them.
    int HISTORY_AT_ONCE = 40;

    private static int ofRemoval(Memory memory) {
        return 2 + (int) Math.min(HISTORY_AT_ONCE, memory.version() - 1);
    }
}
