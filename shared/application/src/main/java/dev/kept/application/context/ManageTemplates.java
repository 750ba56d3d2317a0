package dev.kept.application.context;

import dev.kept.application.redaction.ChosenNames;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.context.ContextTemplate;
import dev.kept.domain.context.TemplateStore;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.Owner;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Users' own templates. What is kept can be printed: a template is tried before it is taken.
public final class ManageTemplates {
    private final TemplateStore templates;
    private final ChosenNames names;
    private final Clock clock;

    public ManageTemplates(TemplateStore templates, Redactor redactor, Clock clock) {
        this.templates = templates;
        this.names = new ChosenNames(redactor);
        this.clock = clock;
    }

    public List<ContextTemplate> list(Owner owner) {
        return templates.list(owner);
    }

    /// @throws NotFound when the owner has none of that name
    public ContextTemplate find(Owner owner, String name) {
        return templates
                .find(owner, ContextTemplate.checkedName("name", name))
                .orElseThrow(() -> new NotFound("template", name));
    }

    /// @param expected the version that it replaces; empty: whatever is there
    /// @throws InvalidRequest with the line, when it cannot be printed; or when a secret stands in it
    /// @throws Conflict a version race
    public ContextTemplate put(Owner owner, String name, String text, Optional<Long> expected) {
        ContextTemplate template = new ContextTemplate(owner, name, text, 0, clock.instant());
        names.check("name", name);
        names.check("text", text);
        OwnTemplate.compile(text, new TemplateModel("a query", "a-project")).body(Sample.sections());
        long current = templates.find(owner, name).map(ContextTemplate::version).orElse(0L);
        if (current == 0 && templates.list(owner).size() >= ContextTemplate.OWN_MAX) {
            throw new InvalidRequest("name", "must be one of the " + ContextTemplate.OWN_MAX + " that you have");
        }
        return templates.save(template.withVersion(expected.orElse(current)));
    }

    /// @throws NotFound when the owner has none of that name
    /// @throws Conflict a version race
    public void delete(Owner owner, String name, OptionalLong expected) {
        if (!templates.delete(owner, ContextTemplate.checkedName("name", name), expected)) {
            throw new NotFound("template", name);
        }
    }
}
