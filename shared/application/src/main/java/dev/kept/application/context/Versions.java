package dev.kept.application.context;

import dev.kept.domain.context.Context;
import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.context.ContextStore;
import dev.kept.domain.context.ContextTemplate;
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

    /// The newest version that was kept of what answers this request.
    Optional<Context> latest(ContextRequest request) {
        return contexts.find(request.owner(), id(request), Optional.empty());
    }

    /// The draft as the version that it would be kept as.
    Context of(Draft draft) {
        return next(draft, latest(draft.request()));
    }

    static Context next(Draft draft, Optional<Context> latest) {
        int version = latest.map(Context::version).orElse(0);
        boolean isSame = latest.map(context -> context.text().equals(draft.text(version)))
                .orElse(false);
        return draft.as(isSame ? version : version + 1);
    }

    /// The draft as a version that can be found again. Another builder may take the same version
    /// first: then the draft is compared with what that one kept.
    ///
    /// @param latest as it was read a moment ago
    Context keep(Draft draft, Optional<Context> latest) {
        Optional<Context> known = latest;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Context context = next(draft, known);
            if (is(context, known) || isSaved(context)) {
                return context;
            }
            known = latest(draft.request());
        }
        throw Conflict.because("context " + draft.id() + " changes too fast");
    }

    /// Keeps the context unless it is there already.
    ///
    /// @return false when another text has its version
    boolean isKept(Context context) {
        Optional<Context> there =
                contexts.find(context.request().owner(), context.id(), Optional.of(context.version()));
        return there.isPresent() ? is(context, there) : isSaved(context);
    }

    private static boolean is(Context context, Optional<Context> known) {
        return known.filter(there -> there.text().equals(context.text())).isPresent();
    }

    private boolean isSaved(Context context) {
        try {
            contexts.save(context);
            return true;
        } catch (Conflict _) {
            return false;
        }
    }

    static ContextId id(ContextRequest request) {
        return Ids.context(String.join(
                        "\n",
                        request.owner().key(),
                        request.sessionId().map(SessionId::value).orElse(""),
                        request.projectId().map(ProjectId::value).orElse(""),
                        String.valueOf(request.budget().maxTokens()),
                        request.include().stream().sorted().map(Kind::name).collect(Collectors.joining(",")),
                        request.query().orElse(""))
                + (request.template().equals(ContextTemplate.MARKDOWN) ? "" : "\n" + request.template()));
    }
}
