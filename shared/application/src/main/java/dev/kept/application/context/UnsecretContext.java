package dev.kept.application.context;

import dev.kept.application.redaction.ChosenNames;
import dev.kept.application.redaction.RedactedData;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.context.TokenCounter;
import java.util.Optional;

/// A context that others wrote, without secrets: texts lose them, and with one in an id it is none.
final class UnsecretContext {
    private final RedactedData redacted;
    private final ChosenNames names;
    private final TokenCounter counter;

    UnsecretContext(Redactor redactor, TokenCounter counter) {
        this.redacted = new RedactedData(redactor);
        this.names = new ChosenNames(redactor);
        this.counter = counter;
    }

    /// @throws dev.kept.domain.error.InvalidRequest naming the id that holds a secret
    Context of(Context context) {
        names.check("context.contextId", context.id());
        String text = text(context.text());
        return new Context(
                context.id(),
                context.version(),
                request(context.request()),
                text,
                text.equals(context.text()) ? context.tokens() : counter.count(text),
                context.sections().stream().map(this::section).toList(),
                context.omitted(),
                context.degraded(),
                context.createdAt());
    }

    private ContextRequest request(ContextRequest request) {
        names.check("context.sessionId", request.sessionId());
        names.check("context.projectId", request.projectId());
        names.check("context.template", request.template());
        return new ContextRequest(
                request.owner(),
                request.sessionId(),
                request.projectId(),
                redacted.text(request.query()),
                request.budget(),
                request.include(),
                request.template());
    }

    private Context.Section section(Context.Section section) {
        return new Context.Section(
                text(section.name()),
                section.tokens(),
                section.items().stream().map(this::item).toList());
    }

    private Context.Item item(Context.Item item) {
        names.check("context.sections.items.id", item.id());
        names.checkEach("context.sections.items.sourceTurnIds", item.sourceTurnIds());
        names.checkEach("context.sections.items.mergedIds", item.mergedIds());
        return new Context.Item(
                item.kind(),
                item.id(),
                item.tokens(),
                item.score(),
                item.sourceTurnIds(),
                item.mergedIds(),
                item.compression(),
                text(item.why()));
    }

    private String text(String text) {
        return redacted.text(Optional.of(text)).orElse(text);
    }
}
