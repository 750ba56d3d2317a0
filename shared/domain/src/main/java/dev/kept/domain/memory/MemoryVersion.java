package dev.kept.domain.memory;

/// A memory as it stood at one version, and the change that made it so.
public record MemoryVersion(Memory memory, Change change) {}
