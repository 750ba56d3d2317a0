package dev.kept.runtime.http;

/// Answers the requests of one route.
@FunctionalInterface
public interface Route {
    Reply answer(Request request);
}
