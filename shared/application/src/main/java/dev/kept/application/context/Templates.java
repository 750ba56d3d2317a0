package dev.kept.application.context;

import dev.kept.domain.context.ContextRequest;
import dev.kept.domain.context.ContextTemplate;
import dev.kept.domain.context.TemplateStore;
import dev.kept.domain.error.InvalidRequest;

/// The template that a request names: a built-in one, or one of its owner.
final class Templates {
    private final TemplateStore own;

    Templates(TemplateStore own) {
        this.own = own;
    }

    /// @throws InvalidRequest when there is none of that name
    Template of(ContextRequest request) {
        return switch (request.template()) {
            case ContextTemplate.MARKDOWN -> new StyledTemplate(new MarkdownStyle());
            case "xml" -> new StyledTemplate(new XmlStyle());
            case "compact" -> new StyledTemplate(new CompactStyle());
            default -> own(request);
        };
    }

    private Template own(ContextRequest request) {
        return own.find(request.owner(), request.template())
                .map(template -> OwnTemplate.compile(template.text(), TemplateModel.of(request)))
                .orElseThrow(() -> new InvalidRequest(
                        "template",
                        "must be one of " + String.join(", ", ContextTemplate.BUILT_IN)
                                + ", or the name of a template that you have put"));
    }
}
