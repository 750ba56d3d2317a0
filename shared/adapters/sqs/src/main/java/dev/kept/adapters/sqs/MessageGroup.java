package dev.kept.adapters.sqs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The name of a message group: readable where SQS takes it (128 letters, digits and punctuation
/// marks of ASCII), and a hash where it does not, as with a project that is named in Greek.
/// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
final class MessageGroup {
    private static final Pattern ALLOWED = Pattern.compile("[!-~]{1,128}");

    private MessageGroup() {}

    static String of(String name) {
        return ALLOWED.matcher(name).matches() ? name : sha256(name);
    }

    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
