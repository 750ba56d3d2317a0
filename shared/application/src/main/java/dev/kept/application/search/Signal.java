package dev.kept.application.search;

import java.util.Locale;

/// What can speak for a result, or against it. Each is from 0 to 1, but for feedback, which runs from -1 to 1; what it
/// weighs is the recipe's.
public enum Signal {
    /// The cosine of the question and of what was said there and around it, stretched over the candidates.
    SEMANTIC,
    /// BM25 of its own words, as a share of the best candidate's.
    KEYWORD,
    /// BM25 of its words together with those of its neighbours: an answer seldom repeats the words of its question.
    NEIGHBOURHOOD,
    /// BM25 of all that the candidates of its session say: what a sitting was about.
    SESSION,
    /// The question names who said it.
    SPEAKER,
    /// The question names one of its entities.
    ENTITY,
    /// It was said in the period that the question names.
    TIME,
    /// How much it says: "Sounds great!" answers little.
    SUBSTANCE,
    /// It asks rather than tells.
    INQUIRY,
    /// Halves every month.
    RECENCY,
    IMPORTANCE,
    /// The votes that it got.
    FEEDBACK,
    /// A better result says all of it.
    REPETITION;

    /// As the API and the recipes write it.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
