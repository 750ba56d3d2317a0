package dev.kept.testkit;

import dev.kept.domain.context.ContextTemplate;
import dev.kept.domain.context.TemplateStore;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.id.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Templates in memory.
public final class FakeTemplateStore implements TemplateStore {
    private final TreeMap<String, ContextTemplate> templates = new TreeMap<>();

    @Override
    public synchronized Optional<ContextTemplate> find(Owner owner, String name) {
        return Optional.ofNullable(templates.get(key(owner, name)));
    }

    @Override
    public synchronized List<ContextTemplate> list(Owner owner) {
        return new ArrayList<>(templates.values())
                .stream().filter(template -> template.owner().equals(owner)).toList();
    }

    @Override
    public synchronized ContextTemplate save(ContextTemplate template) {
        check(template.owner(), template.name(), OptionalLong.of(template.version()));
        ContextTemplate next = template.withVersion(template.version() + 1);
        templates.put(key(template.owner(), template.name()), next);
        return next;
    }

    @Override
    public synchronized boolean delete(Owner owner, String name, OptionalLong version) {
        if (find(owner, name).isEmpty()) {
            return false;
        }
        check(owner, name, version);
        templates.remove(key(owner, name));
        return true;
    }

    private void check(Owner owner, String name, OptionalLong version) {
        long current = find(owner, name).map(ContextTemplate::version).orElse(0L);
        if (version.isPresent() && version.getAsLong() != current) {
            throw Conflict.versionRace("template", name);
        }
    }

    private static String key(Owner owner, String name) {
        return owner.key() + "#" + name;
    }
}
