package dev.kept.application.context;

import java.util.List;

/// A way to say something in fewer words.
///
/// Dropping is not among them, it is what happens to whatever finds no room; nor is merging, which
/// takes two ({@link Contender#merge}).
sealed interface Shortening permits ToSummary, ToSentences, ByModel {
    /// Shorter wordings, longest first; empty when this way has nothing to offer here.
    List<Form> of(Candidate candidate);
}
