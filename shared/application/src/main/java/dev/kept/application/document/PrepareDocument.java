package dev.kept.application.document;

import dev.kept.application.redaction.ChosenNames;
import dev.kept.application.redaction.RedactedData;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.document.Chunk;
import dev.kept.domain.document.Document;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.text.Limits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// Checks a document, takes the secrets out of it and cuts it into chunks. Stores nothing.
public final class PrepareDocument {
    /// What text does not hold: control characters but tab, line feed, form feed and carriage return.
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0E-\\x1F\\x7F]");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Redactor redactor;

    public PrepareDocument(Redactor redactor) {
        this.redactor = redactor;
    }

    /// @throws InvalidRequest naming the field at fault
    public PreparedDocument prepare(DocumentDraft handedIn) {
        String content = redacted(handedIn.content());
        DocumentDraft draft = handedIn.redacted(new RedactedData(redactor), new ChosenNames(redactor));
        FormatGuess.Guess guess = FormatGuess.of(draft, content);
        Document.Description description = new Document.Description(
                draft.title(),
                draft.uri(),
                draft.projectId(),
                guess.format(),
                guess.language(),
                draft.tags(),
                draft.metadata());
        List<Chunk> chunks = Chunks.of(content, guess.format());
        if (chunks.size() > Limits.DOCUMENT_CHUNKS) {
            throw new InvalidRequest(
                    "content",
                    "must make at most " + Limits.DOCUMENT_CHUNKS + " chunks, but makes " + chunks.size()
                            + ": hand it in in parts");
        }
        return new PreparedDocument(description, content, hash(content), chunks);
    }

    private String redacted(String given) {
        Limits.content("content", given, Limits.DOCUMENT_CHARACTERS);
        if (CONTROL.matcher(given).find()) {
            throw new InvalidRequest("content", "must be text, but holds control characters");
        }
        String marked = given.startsWith(BYTE_ORDER_MARK) ? given.substring(1) : given;
        // The same document is the same content, wherever its lines were ended.
        String lines = marked.replace("\r\n", "\n").replace('\r', '\n');
        return redactor.redact(Limits.content("content", lines, Limits.DOCUMENT_CHARACTERS))
                .text();
    }

    private static String hash(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
