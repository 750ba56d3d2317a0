package dev.kept.application.search;

/// What speaks for a result, each from 0 to 1 but for feedback, which runs from -1 to 1.
public record Signals(
        double semantic, double keyword, double recency, double importance, double entity, double feedback) {}
