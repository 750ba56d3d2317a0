package dev.kept.local.template;

import java.util.List;
import java.util.Optional;

/// Resources that SAM makes beside a function and that a template may refer to although it does not declare them.
final class GeneratedIds {

    private static final List<String> SUFFIXES = List.of("Role", ".Role", ".Alias", ".Version", "Aliaslive");

    private GeneratedIds() {}

    static Optional<String> physicalId(String name, Stack stack) {
        return SUFFIXES.stream()
                .filter(name::endsWith)
                .map(suffix -> name.substring(0, name.length() - suffix.length()))
                .filter(stack::declares)
                .findFirst()
                .map(owner -> owner + "-" + name.substring(owner.length()).replace(".", ""));
    }
}
