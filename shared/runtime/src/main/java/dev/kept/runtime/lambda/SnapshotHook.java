package dev.kept.runtime.lambda;

import java.util.List;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has a function rehearse before its snapshot is taken, where one is taken
/// (https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html).
///
/// A deployment must not depend on it: what a rehearsal meets, such as an index that is not made yet, is logged.
final class SnapshotHook implements Resource {
    /// Code that ran a few hundred times is compiled, and the snapshot keeps it; beyond that little is won.
    private static final int ROUNDS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotHook.class);

    private final List<Rehearsal> rehearsals;

    private SnapshotHook(List<Rehearsal> rehearsals) {
        this.rehearsals = List.copyOf(rehearsals);
    }

    /// Whoever asks for it has to hold it: the runtime remembers its resources weakly.
    static SnapshotHook registered(List<Rehearsal> rehearsals) {
        SnapshotHook hook = new SnapshotHook(rehearsals);
        Core.getGlobalContext().register(hook);
        return hook;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        rehearsals.forEach(SnapshotHook::rehearse);
    }

    private static void rehearse(Rehearsal rehearsal) {
        try {
            for (int round = 0; round < ROUNDS; round++) {
                rehearsal.rehearse();
            }
        } catch (RuntimeException | LinkageError failure) {
            LOG.atWarn().setCause(failure).log("snapshot.rehearsal.failed");
        }
    }

    /// Nothing is made anew: what must differ between copies is made when it is needed.
    @Override
    public void afterRestore(Context<? extends Resource> context) {
        LOG.atInfo().log("snapshot.restored");
    }
}
