package dev.kept.testkit;

import dev.kept.domain.redaction.StoredTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Texts in memory, a record each; the cursor is the position of the next.
public final class FakeStoredTexts implements StoredTexts {
    public final List<String> texts = new ArrayList<>();

    @Override
    public Sweep rewrite(Optional<String> cursor, int limit, UnaryOperator<String> rewrite) {
        int from = cursor.map(Integer::parseInt).orElse(0);
        int to = Math.min(texts.size(), from + limit);
        int rewritten = 0;
        for (int i = from; i < to; i++) {
            String before = texts.set(i, rewrite.apply(texts.get(i)));
            rewritten += before.equals(texts.get(i)) ? 0 : 1;
        }
        Optional<String> next = to < texts.size() ? Optional.of(Integer.toString(to)) : Optional.empty();
        return new Sweep(to - from, rewritten, 0, next);
    }
}
