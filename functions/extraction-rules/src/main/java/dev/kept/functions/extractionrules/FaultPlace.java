package dev.kept.functions.extractionrules;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.Optional;

/// Finds the line of a field in the text that it came from. What is missing has no line, but what it is missing from
/// has.
final class FaultPlace {
    private FaultPlace() {}

    interface Text {
        JsonParser open() throws IOException;
    }

    /// @param field e.g. `cues[2].phrases[0]`; empty: none in particular
    static Optional<String> in(Text text, String field) {
        String pointer = "/" + field.replace('[', '/').replace("]", "").replace('.', '/');
        while (pointer.length() > 1) {
            Optional<JsonLocation> found = find(text, pointer);
            if (found.isPresent()) {
                return found.map(FaultPlace::place);
            }
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        }
        return Optional.empty();
    }

    /// Where the text could not be read any further.
    static String after(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : " " + place(at);
    }

    private static Optional<JsonLocation> find(Text text, String pointer) {
        try (JsonParser parser = text.open()) {
            while (parser.nextToken() != null) {
                if (parser.getParsingContext().pathAsPointer().toString().equals(pointer)) {
                    return Optional.of(parser.currentTokenLocation());
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String place(JsonLocation at) {
        return "(line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }
}
