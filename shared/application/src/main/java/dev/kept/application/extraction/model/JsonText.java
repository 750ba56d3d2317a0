package dev.kept.application.extraction.model;

/// A text as a JSON string.
final class JsonText {
    private JsonText() {}

    static String of(String text) {
        StringBuilder json = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\t' -> json.append("\\t");
                default -> json.append(c < ' ' || isLoneSurrogate(text, i) ? "\\u%04x".formatted((int) c) : c);
            }
        }
        return json.append('"').toString();
    }

    /// Half a pair is no UTF-8, so it could not be sent.
    private static boolean isLoneSurrogate(String text, int at) {
        char c = text.charAt(at);
        return Character.isHighSurrogate(c)
                ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                : Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
