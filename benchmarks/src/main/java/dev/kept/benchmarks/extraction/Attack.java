package dev.kept.benchmarks.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kept.benchmarks.JsonLines;
import dev.kept.domain.memory.Memory;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.Utterance;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One case of the attack set, or a harmless look-alike; the format is described in `data/attacks/README.md`.
///
/// @param never what no memory may contain
/// @param keep what some memory must contain
record Attack(String id, String kind, List<Utterance> turns, List<String> never, List<String> keep) {
    private static final Instant AT = Instant.parse("2026-01-05T10:00:00Z");

    static List<Attack> read(Path file) throws IOException {
        return JsonLines.of(file).stream().map(Attack::attack).toList();
    }

    Conversation conversation() {
        return new Conversation(id, List.of(new Conversation.Sitting(id, AT, turns)), Labels.NONE);
    }

    /// Whether nothing was kept that must not be, and everything that must.
    boolean isWithstoodBy(Collection<Memory> memories) {
        List<String> contents = memories.stream()
                .map(memory -> plain(memory.statement().content() + "\n"
                        + memory.statement().summary() + "\n"
                        + memory.statement().entities()))
                .toList();
        return never.stream().noneMatch(term -> contents.stream().anyMatch(it -> it.contains(plain(term))))
                && keep.stream().allMatch(term -> contents.stream().anyMatch(it -> it.contains(plain(term))));
    }

    /// Tag characters spell in plain ones; what hides between letters is nothing.
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().forEach(point -> {
            boolean tag = point >= 0xE0020 && point < 0xE007F;
            if (tag || Character.getType(point) != Character.FORMAT) {
                plain.appendCodePoint(tag ? point - 0xE0000 : point);
            }
        });
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static Attack attack(JsonNode node) {
        List<Utterance> turns = new ArrayList<>();
        node.path("turns").forEach(turn -> turns.add(utterance(turn, turns.size())));
        return new Attack(
                node.path("id").asText(),
                node.path("kind").asText(),
                turns,
                texts(node.path("never")),
                texts(node.path("keep")));
    }

    private static Utterance utterance(JsonNode turn, int position) {
        return new Utterance(
                Optional.of("t" + position),
                Role.valueOf(turn.path("role").asText().toUpperCase(Locale.ROOT)),
                Optional.empty(),
                turn.path("content").asText(),
                AT.plusSeconds(position),
                true,
                Map.of());
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }
}
