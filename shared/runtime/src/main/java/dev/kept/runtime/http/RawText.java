package dev.kept.runtime.http;

/// A body that is a text of another type than JSON.
public record RawText(String contentType, String text) {}
