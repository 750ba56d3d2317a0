package dev.kept.application.extraction.model;

import dev.kept.domain.session.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A turn as one line of JSON. What was said stands in JSON strings, which no text can end from within, so that
/// nothing in a turn can pass for another turn, for somebody's own words or for an instruction.
///
/// @param label by which an answer cites the turn: `t3`
/// @param seen was read before, and is shown for its meaning only
public record PromptTurn(
        String label, boolean seen, Role role, Optional<String> speaker, LocalDate day, List<PromptPart> parts) {
    /// Nobody says more than this worth keeping in one go; what does is pasted.
    private static final int SAID_CHARACTERS = 6_000;

    /// Enough to see what it is; a memory of it takes the block itself.
    private static final int CODE_CHARACTERS = 1_500;

    /// Only tells what the words around it are about: nothing in it may be kept.
    private static final int QUOTED_CHARACTERS = 400;

    public PromptTurn {
        parts = List.copyOf(parts);
    }

    String line() {
        StringBuilder line = new StringBuilder("{\"turn\":" + JsonText.of(label));
        line.append(seen ? ",\"seen\":true" : "");
        line.append(",\"by\":").append(JsonText.of(role.name().toLowerCase(Locale.ROOT)));
        speaker.ifPresent(name -> line.append(",\"speaker\":").append(JsonText.of(name)));
        line.append(",\"on\":\"").append(day).append("\",\"parts\":[");
        line.append(parts.stream().map(PromptTurn::json).collect(Collectors.joining(",")));
        return line.append("]}").toString();
    }

    private static String json(PromptPart part) {
        return switch (part) {
            case PromptPart.Said(String text) -> "{\"said\":" + head(text, SAID_CHARACTERS) + "}";
            case PromptPart.Code(String reference, String language, String text) ->
                "{\"code\":" + head(text, CODE_CHARACTERS) + ",\"language\":" + JsonText.of(language) + ",\"ref\":"
                        + JsonText.of(reference) + "}";
            case PromptPart.Quoted(String text) -> "{\"quoted\":" + head(text, QUOTED_CHARACTERS) + "}";
        };
    }

    private static String head(String text, int characters) {
        if (text.length() <= characters) {
            return JsonText.of(text);
        }
        int end = Character.isHighSurrogate(text.charAt(characters - 1)) ? characters - 1 : characters;
        return JsonText.of(text.substring(0, end) + "…");
    }
}
