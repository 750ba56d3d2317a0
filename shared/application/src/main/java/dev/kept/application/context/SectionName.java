package dev.kept.application.context;

import java.util.Comparator;

/// The sections of a context, in the order in which they stand in it.
enum SectionName {
    PREFERENCES("preferences", "Preferences", false, Order.IMPORTANT_FIRST),
    PROJECT("project", "Project", true, Order.IMPORTANT_FIRST),
    ERRORS("errors", "Errors and fixes", true, Order.IMPORTANT_FIRST),
    CODE("code", "Code", false, Order.IMPORTANT_FIRST),
    PEOPLE("people", "People and things", false, Order.IMPORTANT_FIRST),
    RELEVANT("relevant", "Relevant", true, Order.OLDEST_FIRST),
    DOCUMENTS("documents", "Documents", false, Order.OLDEST_FIRST),
    TURNS("turns", "Said earlier", false, Order.OLDEST_FIRST),
    LAST_SESSION("last-session", "Last session", false, Order.OLDEST_FIRST);

    private final String label;
    private final String heading;
    private final boolean dated;
    private final Order order;

    SectionName(String label, String heading, boolean dated, Order order) {
        this.label = label;
        this.heading = heading;
        this.dated = dated;
        this.order = order;
    }

    String label() {
        return label;
    }

    String heading() {
        return heading;
    }

    /// Whether its memories say since when they hold.
    boolean isDated() {
        return dated;
    }

    /// Whether its turns stand under the day on which they were said.
    boolean isByDay() {
        return this == TURNS || this == LAST_SESSION;
    }

    Comparator<Candidate> order() {
        return switch (order) {
            case IMPORTANT_FIRST -> Candidate.IMPORTANT_FIRST;
            case OLDEST_FIRST -> Candidate.OLDEST_FIRST;
        };
    }

    private enum Order {
        IMPORTANT_FIRST,
        OLDEST_FIRST
    }
}
