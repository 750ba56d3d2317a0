package dev.kept.application.session;

import dev.kept.domain.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How likely a session goes on from an earlier one. Nearness in time alone makes nothing kin: it
/// only weighs what the two have in common.
///
/// @param score 0 to 1
/// @param reason what they have in common; empty when that is nothing
record Kinship(Session earlier, double score, String reason) {
    private static final double PROJECT = 0.4;
    private static final double NO_PROJECT = 0.1;
    private static final double TAGS = 0.2;
    private static final double TITLE = 0.2;
    private static final double RECENCY = 0.2;
    private static final double HALF_LIFE_DAYS = 14;
    private static final int WORD_LENGTH_MIN = 4;
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Kinship between(Session session, Session earlier) {
        Set<String> tags = common(session.details().tags(), earlier.details().tags());
        Set<String> words = common(titleWords(session), titleWords(earlier));
        boolean isSameProject =
                session.details().projectId().equals(earlier.details().projectId());
        List<String> reasons = new ArrayList<>();
        double score = 0;
        if (isSameProject) {
            boolean hasProject = session.details().projectId().isPresent();
            score += hasProject ? PROJECT : NO_PROJECT;
            reasons.add(hasProject ? "same project" : "no project either");
        }
        if (!tags.isEmpty()) {
            score += TAGS * tags.size() / session.details().tags().size();
            reasons.add("same tags: " + String.join(", ", tags));
        }
        if (!words.isEmpty()) {
            score += TITLE * words.size() / titleWords(session).size();
            reasons.add("same words in the title: " + String.join(", ", words));
        }
        return new Kinship(
                earlier, reasons.isEmpty() ? 0 : score + RECENCY * recency(session, earlier), joined(reasons, earlier));
    }

    private static String joined(List<String> reasons, Session earlier) {
        return String.join("; ", reasons) + "; last active on "
                + earlier.activity().lastActivityAt().toString().substring(0, 10);
    }

    private static double recency(Session session, Session earlier) {
        Duration between = Duration.between(
                earlier.activity().lastActivityAt(), session.activity().startedAt());
        return Math.pow(2, -Math.max(0, between.toHours()) / (24 * HALF_LIFE_DAYS));
    }

    private static Set<String> titleWords(Session session) {
        return session.details().title().stream()
                .flatMap(title -> SEPARATORS.splitAsStream(title.toLowerCase(Locale.ROOT)))
                .filter(word -> word.length() >= WORD_LENGTH_MIN)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> common(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        return new TreeSet<>(common);
    }
}
