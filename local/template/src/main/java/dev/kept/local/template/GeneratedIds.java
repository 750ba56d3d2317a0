package dev.kept.local.template;

import java.util.List;
import java.util.Optional;

/// What SAM makes beside a function, and what a template may refer to although it does not declare it.
final class GeneratedIds {

    private static final List<String> VERSIONS = List.of(".Alias", ".Version");

    private GeneratedIds() {}

    /// Aliases and versions all lead to the one function that there is locally.
    static Optional<String> physicalId(String name, Stack stack) {
        return VERSIONS.stream()
                .flatMap(suffix -> owner(name, suffix, stack).stream())
                .map(function -> PhysicalIds.arn(stack.resource(function, stack.start())) + ":live")
                .findFirst()
                .or(() -> owner(name, "Role", stack).map(function -> name));
    }

    private static Optional<String> owner(String name, String suffix, Stack stack) {
        return name.endsWith(suffix)
                ? Optional.of(name.substring(0, name.length() - suffix.length()))
                        .filter(stack::declares)
                : Optional.empty();
    }
}
