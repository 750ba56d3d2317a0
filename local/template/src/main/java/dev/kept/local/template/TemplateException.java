package dev.kept.local.template;

/// A template that cannot be read; the message starts with file and line, and names the resource where there is one.
public final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TemplateException(Position at, String problem) {
        super(at + ": " + problem);
    }

    private TemplateException(String logicalId, TemplateException cause) {
        super(cause.getMessage() + " (in " + logicalId + ")", cause);
    }

    /// The same failure, naming the resource it was found in.
    TemplateException in(String logicalId) {
        return getCause() == null ? new TemplateException(logicalId, this) : this;
    }
}
