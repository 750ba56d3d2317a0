package dev.kept.domain.error;

/// A store, a model or the network is down; the same request may succeed later.
public final class DependencyUnavailable extends KeptException {
    private static final long serialVersionUID = 1L;

    /// @param dependency which one, e.g. `opensearch`
    public DependencyUnavailable(String dependency, Throwable cause) {
        super(dependency + " is unavailable", cause);
    }
}
