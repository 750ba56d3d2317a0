package dev.kept.runtime.lambda;

/// What a function does once before Lambda takes its snapshot, so that no restored copy has to do it again: classes are
/// loaded and compiled, the SDK has made its first call, a model is read.
///
/// It answers a made-up request of a made-up user. It must write nothing, and whatever comes of it is thrown away:
/// copies of one snapshot may share what is the same for everybody, and nothing else (docs/snapshots.md).
@FunctionalInterface
public interface Rehearsal {
    void rehearse();
}
