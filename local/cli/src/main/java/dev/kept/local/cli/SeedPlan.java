package dev.kept.local.cli;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The seed data as conversations: every session of the plan in every project, with that project's words put in. The
/// ids come from project and place alone, so that seeding twice gives the same sessions.
record SeedPlan(List<Project> projects, List<Template> sessions) {
    private static final Pattern WORD = Pattern.compile("\\{([A-Za-z]+)}");
    /// The newest session is of yesterday; with it the data reach back some eight weeks.
    private static final int DAYS_BETWEEN_SESSIONS = 10;

    private static final LocalTime FIRST_HOUR = LocalTime.of(8, 0);

    record Project(String project, Map<String, String> words) {
        private String fill(String text) {
            return WORD.matcher(text).replaceAll(match -> Matcher.quoteReplacement(word(match)));
        }

        private String word(MatchResult match) {
            String word = words.get(match.group(1));
            return Objects.requireNonNull(word, () -> project + " has no word " + match.group(1));
        }
    }

    record Template(String title, List<Conversation.Turn> turns) {}

    static SeedPlan bundled() {
        try (InputStream json = Objects.requireNonNull(SeedPlan.class.getResourceAsStream("seed.json"))) {
            return Json.MAPPER.readValue(json, SeedPlan.class);
        } catch (IOException e) {
            throw new IllegalStateException("the bundled seed.json is damaged", e);
        }
    }

    /// @param today the data end the day before
    List<Conversation> conversations(LocalDate today) {
        return IntStream.range(0, projects.size())
                .mapToObj(index -> conversation(projects.get(index), index, today))
                .toList();
    }

    private Conversation conversation(Project project, int index, LocalDate today) {
        List<Conversation.Session> filled = new ArrayList<>();
        for (Template template : sessions) {
            long daysAgo = 1L + index + (long) DAYS_BETWEEN_SESSIONS * (sessions.size() - 1 - filled.size());
            LocalTime hour = FIRST_HOUR.plusHours(2L * index);
            String id = "seed-" + project.project() + "-" + (filled.size() + 1);
            String start = today.minusDays(daysAgo)
                    .atTime(hour)
                    .toInstant(ZoneOffset.UTC)
                    .toString();
            filled.add(
                    new Conversation.Session(id, project.fill(template.title()), start, turns(project, template, id)));
        }
        return ConversationReader.completed(new Conversation(project.project(), filled));
    }

    private static List<Conversation.Turn> turns(Project project, Template template, String sessionId) {
        return IntStream.range(0, template.turns().size())
                .mapToObj(index -> filled(project, template.turns().get(index), sessionId + "-" + (index + 1)))
                .toList();
    }

    private static Conversation.Turn filled(Project project, Conversation.Turn turn, String id) {
        String speaker = turn.speaker() == null ? null : project.fill(turn.speaker());
        return new Conversation.Turn(id, turn.role(), speaker, project.fill(turn.content()), null);
    }
}
