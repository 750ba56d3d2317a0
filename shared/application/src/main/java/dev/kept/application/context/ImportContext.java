package dev.kept.application.context;

import dev.kept.application.redaction.Redactor;
import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.context.TokenCounter;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.InvalidRequest;
import java.util.Optional;

/// Keeps a context that was exported, here or elsewhere, as it is. It has to be one: text that would
/// break its fence or its budget is not kept, and no secret, whoever made its file.
public final class ImportContext {
    private final ContextStore contexts;
    private final TokenCounter counter;
    private final UnsecretContext unsecret;

    public ImportContext(ContextStore contexts, TokenCounter counter, Redactor redactor) {
        this.contexts = contexts;
        this.counter = counter;
        this.unsecret = new UnsecretContext(redactor, counter);
    }

    /// @param isNew false when it was there already
    public record Taken(Context context, boolean isNew) {}

    /// @param imported with the owner that gets it
    /// @return as it is kept: whoever made the file, there is no secret in it
    /// @throws InvalidRequest when it is none
    /// @throws Conflict when the owner has another text under its id and version
    public Taken take(Context imported) {
        Context context = unsecret.of(imported);
        if (!Fence.isAround(context.text(), context.id().value(), context.version())) {
            throw new InvalidRequest("context.text", "must stand in the fence of its id and version, and nowhere else");
        }
        if (counter.count(context.text()) > context.request().budget().maxTokens()) {
            throw new InvalidRequest("context.text", "takes more tokens than maxTokens");
        }
        Optional<Context> there =
                contexts.find(context.request().owner(), context.id(), Optional.of(context.version()));
        if (there.isPresent() && !there.get().text().equals(context.text())) {
            throw Conflict.exists("context", context.id() + " version " + context.version());
        }
        if (there.isEmpty()) {
            contexts.save(context);
        }
        return new Taken(context, there.isEmpty());
    }
}
