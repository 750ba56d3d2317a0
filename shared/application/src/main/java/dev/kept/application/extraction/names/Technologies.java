package dev.kept.application.extraction.names;

import dev.kept.application.bundled.YamlNode;
import dev.kept.domain.rules.NameRule;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Well-known technologies with their other names, from `technologies.yaml`.
public final class Technologies {
    private final Map<String, Entity> byName = new HashMap<>();

    private final Map<String, Integer> slots = new HashMap<>();

    private Technologies() {}

    /// Read once; nothing changes them.
    public static Technologies bundled() {
        return Bundled.TECHNOLOGIES;
    }

    private static Technologies read() {
        YamlNode file = YamlNode.resource(Technologies.class, "technologies.yaml");
        Technologies technologies = new Technologies();
        file.texts("technologies").forEach(technologies::add);
        file.texts("slots").forEach(technologies::addSlot);
        return technologies;
    }

    /// These, with names that a user gave on top.
    public Technologies with(List<NameRule> names) {
        Technologies all = new Technologies();
        all.byName.putAll(byName);
        all.slots.putAll(slots);
        names.forEach(name -> all.add(new Entity(name.name(), name.kind(), name.aliases())));
        return all;
    }

    private void add(Entity entity) {
        byName.put(entity.name().toLowerCase(Locale.ROOT), entity);
        entity.aliases().forEach(alias -> byName.put(alias.toLowerCase(Locale.ROOT), entity));
    }

    /// @param words one to three words, as said
    Optional<Entity> named(String words) {
        return Optional.ofNullable(byName.get(words.toLowerCase(Locale.ROOT)));
    }

    /// Whether two different technologies do the same work, so that one usually takes the other's place.
    public boolean compete(String one, String other) {
        Integer slot = slots.get(one);
        return slot != null && !one.equals(other) && slot.equals(slots.get(other));
    }

    private void addSlot(String line) {
        int slot = slots.size();
        for (String name : line.split(" ?\\| ?", -1)) {
            slots.put(name, slot);
        }
    }

    /// One line of the file: `Canonical name | alias | alias`.
    private void add(String line) {
        List<String> names = List.of(line.split(" ?\\| ?", -1));
        add(new Entity(names.getFirst(), Entity.TECHNOLOGY, names.subList(1, names.size())));
    }

    private static final class Bundled {
        private static final Technologies TECHNOLOGIES = read();

        private Bundled() {}
    }
}
