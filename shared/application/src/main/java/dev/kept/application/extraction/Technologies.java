package dev.kept.application.extraction;

import dev.kept.application.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Well-known technologies with their other names, from `technologies.yaml`.
final class Technologies {
    private final Map<String, Entity> byName = new HashMap<>();

    private Technologies() {}

    static Technologies bundled() {
        YamlNode file = YamlNode.resource(Technologies.class, "technologies.yaml");
        Technologies technologies = new Technologies();
        file.texts("technologies").forEach(technologies::add);
        return technologies;
    }

    /// @param words one to three words, as said
    Optional<Entity> named(String words) {
        return Optional.ofNullable(byName.get(words.toLowerCase(Locale.ROOT)));
    }

    /// One line of the file: `Canonical name | alias | alias`.
    private void add(String line) {
        List<String> names = List.of(line.split(" ?\\| ?", -1));
        Entity entity = new Entity(names.getFirst(), Entity.TECHNOLOGY, names.subList(1, names.size()));
        names.forEach(name -> byName.put(name.toLowerCase(Locale.ROOT), entity));
    }
}
