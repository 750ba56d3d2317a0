package dev.kept.domain.document;

/// How a document is written, which decides where it may be cut.
public enum DocumentFormat {
    TEXT,
    MARKDOWN,
    CODE
}
