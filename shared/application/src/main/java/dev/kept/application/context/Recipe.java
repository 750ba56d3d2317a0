package dev.kept.application.context;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which sections a context is made of, and how the budget is shared between them. The shares are
/// filled in their order, each to its size; what is left over goes to the best of the rest, from
/// whatever section.
record Recipe(List<Share> shares) {
    /// A question was asked: what answers it takes nearly all. The small shares keep who the user
    /// is and what the project is about in sight of an assistant that is asked for one detail.
    static final Recipe ANSWER = new Recipe(List.of(
            Share.of(.88, SectionName.RELEVANT, SectionName.TURNS),
            Share.of(.07, SectionName.PREFERENCES),
            Share.of(.05, SectionName.PROJECT, SectionName.ERRORS, SectionName.CODE, SectionName.PEOPLE)));

    /// A session starts: what usually helps, and where the last one stopped.
    static final Recipe RESUME = new Recipe(List.of(
            Share.of(.25, SectionName.PREFERENCES),
            Share.of(.30, SectionName.PROJECT),
            Share.of(.20, SectionName.LAST_SESSION),
            Share.of(.10, SectionName.ERRORS),
            Share.of(.10, SectionName.CODE),
            Share.of(.05, SectionName.PEOPLE)));

    Recipe {
        shares = List.copyOf(shares);
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
