package dev.kept.application.extraction.voices;

import dev.kept.domain.extraction.ParagraphHash;
import dev.kept.domain.extraction.ParagraphLog;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.session.Role;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.Turn;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Knows paragraphs that a user pastes into one session after the other: system prompts, rules of a project,
/// templates, signatures. What they say was said once; saying it again states nothing.
///
/// Only long paragraphs count, which nobody types twice, and only a handful of a turn, from both its ends, where such
/// text stands: each is a read and at first a write.
public final class Boilerplate {
    private static final int CHARACTERS_MIN = 80;
    private static final int FIRST_MAX = 6;
    private static final int LAST_MAX = 2;
    private static final int HASH_DIGITS = 32;

    private final ParagraphLog log;

    public Boilerplate(ParagraphLog log) {
        this.log = log;
    }

    /// Notes what the session's turns hold.
    ///
    /// @return the normalized paragraphs of each turn that two sessions before held
    public Map<TurnId, List<String>> in(SessionRef session, Collection<Turn> turns) {
        Map<TurnId, Map<ParagraphHash, String>> held = new HashMap<>();
        turns.stream()
                .filter(turn -> turn.utterance().role() == Role.USER)
                .filter(turn -> turn.utterance().extract())
                .forEach(turn -> held.put(turn.id(), hashed(session.owner(), turn)));
        Set<ParagraphHash> all = new HashSet<>();
        held.values().forEach(paragraphs -> all.addAll(paragraphs.keySet()));
        return all.isEmpty() ? Map.of() : only(log.repeated(session, all), held);
    }

    private static Map<TurnId, List<String>> only(
            Set<ParagraphHash> repeated, Map<TurnId, Map<ParagraphHash, String>> held) {
        Map<TurnId, List<String>> only = new HashMap<>();
        held.forEach((turn, paragraphs) -> {
            List<String> texts = paragraphs.entrySet().stream()
                    .filter(paragraph -> repeated.contains(paragraph.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            if (!texts.isEmpty()) {
                only.put(turn, texts);
            }
        });
        return only;
    }

    private static Map<ParagraphHash, String> hashed(Owner owner, Turn turn) {
        Map<ParagraphHash, String> hashed = new HashMap<>();
        bothEnds(paragraphs(turn.utterance().content())).forEach(text -> hashed.put(hash(owner, text), text));
        return hashed;
    }

    private static List<String> paragraphs(String text) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        text.lines().forEach(line -> {
            if (line.isBlank()) {
                addLong(paragraph, paragraphs);
            } else {
                paragraph.append(line).append('\n');
            }
        });
        addLong(paragraph, paragraphs);
        return paragraphs;
    }

    private static void addLong(StringBuilder paragraph, List<String> paragraphs) {
        if (paragraph.length() >= CHARACTERS_MIN) {
            String plain = PlainWords.of(paragraph.toString());
            if (plain.length() >= CHARACTERS_MIN) {
                paragraphs.add(plain);
            }
        }
        paragraph.setLength(0);
    }

    private static List<String> bothEnds(List<String> paragraphs) {
        int size = paragraphs.size();
        if (size <= FIRST_MAX + LAST_MAX) {
            return paragraphs;
        }
        List<String> ends = new ArrayList<>(paragraphs.subList(0, FIRST_MAX));
        ends.addAll(paragraphs.subList(size - LAST_MAX, size));
        return ends;
    }

    private static ParagraphHash hash(Owner owner, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((owner.key() + "\n").getBytes(StandardCharsets.UTF_8));
            byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
            return new ParagraphHash(HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
