package dev.kept.runtime.http;

/// A body that is JSON text already.
public record RawJson(String text) {}
