package dev.kept.application.extraction.found;

import dev.kept.domain.id.TurnId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

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

    /// Each name once, as it is first mentioned, with the turns of all its mentions.
    static List<EntityMention> merged(List<EntityMention> mentions) {
        return mentions.stream()
                .collect(Collectors.groupingBy(EntityMention::name, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(EntityMention::merge)
                .toList();
    }

    private static EntityMention merge(List<EntityMention> same) {
        EntityMention first = same.getFirst();
        List<TurnId> turns = same.stream()
                .flatMap(mention -> mention.turnIds().stream())
                .distinct()
                .toList();
        return new EntityMention(first.name(), first.kind(), first.aliases(), turns);
    }
}
