package dev.kept.application.extraction;

import dev.kept.domain.id.TurnId;
import java.util.List;

/// A person, technology, service, file, function or the like that turns speak of.
///
/// @param name canonical
/// @param kind e.g. `technology`, `person`, `code`, `name` when it is not known
/// @param aliases other names seen or known
public record EntityMention(String name, String kind, List<String> aliases, List<TurnId> turnIds) {
    public EntityMention {
        aliases = List.copyOf(aliases);
        turnIds = List.copyOf(turnIds);
    }
}
