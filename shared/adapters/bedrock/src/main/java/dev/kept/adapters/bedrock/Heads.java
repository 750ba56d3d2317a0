package dev.kept.adapters.bedrock;

/// The heads of texts, as models take them.
final class Heads {
    private Heads() {}

    /// Never half a surrogate pair at the end, which is no UTF-8, and never empty, which the models reject.
    static String of(String text, int charactersMax) {
        int end = Math.min(text.length(), charactersMax);
        boolean splitsPair = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        String head = text.substring(0, splitsPair ? end - 1 : end);
        return head.isBlank() ? "." : head;
    }
}
