package dev.kept.runtime.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Looks at all variables when a function starts. With SnapStart that is when its version is published, so a wrong
/// value
/// fails the deployment by its name, and never a request.
///
/// The records that the values end up in check them as well, but know them by other names, and one at a time.
final class EnvironmentCheck {
    /// @param environment gives the value of a property; blank when there is none
    EnvironmentCheck(UnaryOperator<String> environment) {
        List<String> faults = new ArrayList<>();
        for (Variable variable : Variables.ALL) {
            variable.fault(environment.apply(variable.property())).ifPresent(faults::add);
        }
        boolean searches = environment.apply("kept.search.mode").equals("opensearch");
        if (searches && environment.apply("kept.search.endpoint").isBlank()) {
            faults.add("KEPT_SEARCH_ENDPOINT is missing, which KEPT_SEARCH_MODE needs");
        }
        boolean shares = environment.apply("kept.cache.mode").equals("redis");
        if (shares && environment.apply("kept.cache.endpoint").isBlank()) {
            faults.add("KEPT_CACHE_ENDPOINT is missing, which KEPT_CACHE_MODE needs");
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the environment is not complete: " + String.join("; ", faults));
        }
    }
}
