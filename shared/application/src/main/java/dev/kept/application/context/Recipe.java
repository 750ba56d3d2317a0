package dev.kept.application.context;

import dev.kept.domain.context.ContextRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which sections a context is made of, and how the budget is shared between them. The shares are
/// filled in their order, each to its size; what is left over goes to the best of the rest, from
/// whatever section.
///
/// @param detail what the words are worth that a shorter form of an item leaves out, 0 (take the
///     shortest form of everything that fits) to 1 (each word counts the same)
/// @param floor the share of the best candidate's worth below which nothing stands, 0 to 1
record Recipe(List<Share> shares, double detail, double floor) {
    /// A question was asked: what answers it takes nearly all. The small shares keep who the user
    /// is and what the project is about in sight of an assistant that is asked for one detail.
    ///
    /// Tried on conversations with known evidence: with `detail` at 0.5, three points of evidence
    /// fewer stand in 500 tokens, and no more of the words of the answers.
    static final Recipe ANSWER = new Recipe(
            List.of(
                    Share.of(.95, SectionName.RELEVANT, SectionName.TURNS, SectionName.DOCUMENTS),
                    Share.of(.03, SectionName.PREFERENCES),
                    Share.of(.02, SectionName.PROJECT, SectionName.ERRORS, SectionName.CODE, SectionName.PEOPLE)),
            .15,
            .01);

    /// A session starts: what usually helps, and where the last one stopped.
    static final Recipe RESUME = new Recipe(
            List.of(
                    Share.of(.25, SectionName.PREFERENCES),
                    Share.of(.30, SectionName.PROJECT),
                    Share.of(.20, SectionName.LAST_SESSION),
                    Share.of(.10, SectionName.ERRORS),
                    Share.of(.10, SectionName.CODE),
                    Share.of(.05, SectionName.PEOPLE)),
            .8,
            0);

    private static final Set<SectionName> ESSENTIAL = EnumSet.of(
            SectionName.PREFERENCES, SectionName.PROJECT, SectionName.ERRORS, SectionName.CODE, SectionName.PEOPLE);

    Recipe {
        shares = List.copyOf(shares);
    }

    static Recipe of(ContextRequest request) {
        return request.query().isPresent() ? ANSWER : RESUME;
    }

    /// The part of the budget that is meant for what usually helps.
    double essential() {
        return shares.stream()
                .filter(share -> ESSENTIAL.containsAll(share.sections()))
                .mapToDouble(Share::part)
                .sum();
    }

    /// @param part of the room that the budget leaves, 0 to 1
    record Share(double part, Set<SectionName> sections) {
        Share {
            sections = Set.copyOf(sections);
        }

        private static Share of(double part, SectionName first, SectionName... others) {
            return new Share(part, EnumSet.of(first, others));
        }
    }
}
