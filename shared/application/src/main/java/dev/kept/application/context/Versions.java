package dev.kept.application.context;

import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.id.ContextId;
import dev.kept.domain.id.Ids;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.SessionId;
import dev.kept.domain.search.Kind;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which version of which context a draft is. The id follows from the request. While nothing
/// changes, the same request gives the same version with the same text to the letter, so that a
/// prompt cache keyed by its prefix still hits; when something changed, the text becomes the next
/// version.
final class Versions {
    private static final int ATTEMPTS = 5;

    private final ContextStore contexts;

    Versions(ContextStore contexts) {
        this.contexts = contexts;
    }

    /// The draft as the version that it would be kept as.
    Context of(Draft draft) {
        ContextId id = id(draft.request());
        Optional<Context> latest = contexts.find(draft.request().owner(), id, Optional.empty());
        if (latest.isEmpty()) {
            return draft.as(id, 1);
        }
        Context again = draft.as(id, latest.get().version());
        return again.text().equals(latest.get().text())
                ? again
                : draft.as(id, latest.get().version() + 1);
    }

    /// The draft as a version that can be found again. Another builder may take the same version
    /// first: then the draft is compared with what that one kept.
    Context keep(Draft draft) {
        Context context = of(draft);
        for (int attempt = 1; !isKept(context); attempt++) {
            if (attempt == ATTEMPTS) {
                throw Conflict.because("context " + context.id() + " changes too fast");
            }
            context = of(draft);
        }
        return context;
    }

    /// Keeps the context unless it is there already.
    ///
    /// @return false when another text has its version
    boolean isKept(Context context) {
        Optional<Context> there =
                contexts.find(context.request().owner(), context.id(), Optional.of(context.version()));
        if (there.isPresent()) {
            return there.get().text().equals(context.text());
        }
        try {
            contexts.save(context);
            return true;
        } catch (Conflict _) {
            return false;
        }
    }

    private static ContextId id(ContextRequest request) {
        return Ids.context(String.join(
                "\n",
                request.owner().key(),
                request.sessionId().map(SessionId::value).orElse(""),
                request.projectId().map(ProjectId::value).orElse(""),
                String.valueOf(request.budget().maxTokens()),
                request.include().stream().sorted().map(Kind::name).collect(Collectors.joining(",")),
                request.query().orElse("")));
    }
}
