package dev.kept.adapters.dynamodb;

import dev.kept.domain.error.DependencyUnavailable;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An item holds what this release has no name for. That happens after a rollback, and while two releases share the
/// traffic. Lists and searches go on without it; who asks for it by its id is told that it is not available now; and
/// nothing that goes by cursors passes over it, so that it is read once the newer release is back.
final class OfANewerRelease extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(OfANewerRelease.class);

    private OfANewerRelease(String attribute, Throwable cause) {
        super("no such value of " + attribute + " is known", cause);
    }

    static DependencyUnavailable unavailable(String attribute, Throwable cause) {
        return new DependencyUnavailable("what a newer release wrote", new OfANewerRelease(attribute, cause));
    }

    /// What an item reads as; empty when it is of a newer release.
    static <T> Optional<T> passedOver(Supplier<Optional<T>> read) {
        try {
            return read.get();
        } catch (DependencyUnavailable e) {
            if (e.getCause() instanceof OfANewerRelease newer) {
                LOG.atWarn().addKeyValue("reason", newer.getMessage()).log("item.passedOver");
                return Optional.empty();
            }
            throw e;
        }
    }
}
