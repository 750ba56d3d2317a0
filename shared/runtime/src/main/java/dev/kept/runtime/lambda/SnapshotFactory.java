package dev.kept.runtime.lambda;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import java.util.List;

/// Has functions rehearse where a snapshot is taken of them.
@Factory
final class SnapshotFactory {
    @Context
    @Requires(property = "aws.lambda.initialization.type", value = "snap-start")
    SnapshotHook snapshotHook(List<Rehearsal> rehearsals) {
        return SnapshotHook.registered(rehearsals);
    }
}
