package dev.kept.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Reads conversation files. What a file leaves out of a turn is filled in here: its id from its place, so that it can
/// be posted twice, and its time, a minute after the one before.
final class ConversationReader {
    private static final long SECONDS_BETWEEN_TURNS = 60;
    private static final ObjectReader READER =
            Json.MAPPER.readerFor(Conversation.class).with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private ConversationReader() {}

    static Conversation read(Path file) {
        try {
            return completed(READER.readValue(Files.readString(file)));
        } catch (NoSuchFileException e) {
            throw new CommandFailed("There is no file " + file + ".", e);
        } catch (JsonProcessingException e) {
            throw new CommandFailed(file + " is not a conversation file: " + reason(e), e);
        } catch (IOException e) {
            throw new CommandFailed(file + " cannot be read as UTF-8 text.", e);
        }
    }

    static Conversation bundled(String resource) {
        try (InputStream json = Objects.requireNonNull(ConversationReader.class.getResourceAsStream(resource))) {
            return completed(READER.readValue(json));
        } catch (IOException e) {
            throw new IllegalStateException("the bundled " + resource + " is damaged", e);
        }
    }

    static Conversation completed(Conversation conversation) {
        if (conversation.sessions().isEmpty()) {
            throw new CommandFailed("The conversation has no sessions.");
        }
        return new Conversation(
                conversation.project(),
                conversation.sessions().stream().map(ConversationReader::timed).toList());
    }

    private static Conversation.Session timed(Conversation.Session session) {
        if (session.turns().isEmpty()) {
            throw new CommandFailed("The session of " + session.startedAt() + " has no turns.");
        }
        Instant time = start(session);
        List<Conversation.Turn> turns = new ArrayList<>();
        for (Conversation.Turn turn : session.turns()) {
            turns.add(identified(turn, turns.size()).saidAt(time.toString()));
            time = time.plusSeconds(SECONDS_BETWEEN_TURNS);
        }
        return new Conversation.Session(session.sessionId(), session.title(), session.startedAt(), turns);
    }

    private static Conversation.Turn identified(Conversation.Turn turn, int index) {
        return turn.id() == null
                ? new Conversation.Turn(
                        "turn-" + (index + 1), turn.role(), turn.speaker(), turn.content(), turn.occurredAt())
                : turn;
    }

    private static Instant start(Conversation.Session session) {
        try {
            return OffsetDateTime.parse(session.startedAt()).toInstant();
        } catch (DateTimeException e) {
            throw new CommandFailed(
                    "startedAt must be a time such as 2026-11-02T09:15:00Z, not " + session.startedAt() + ".", e);
        }
    }

    private static String reason(JsonProcessingException e) {
        String place = e instanceof JsonMappingException mapping ? path(mapping) : "";
        String where =
                e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
        return (place.isEmpty() ? "" : place + " ") + problem(e) + where;
    }

    private static String problem(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        return switch (e) {
            case UnrecognizedPropertyException _ -> "is not a known field";
            case InvalidNullException _ -> "must not be null";
            case MismatchedInputException _
            when message.startsWith("Missing required creator property") -> "must be given";
            case MismatchedInputException _ -> "has the wrong type";
            default -> message.lines().findFirst().orElse("");
        };
    }

    private static String path(JsonMappingException e) {
        return IntStream.range(0, e.getPath().size())
                .mapToObj(e.getPath()::get)
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
