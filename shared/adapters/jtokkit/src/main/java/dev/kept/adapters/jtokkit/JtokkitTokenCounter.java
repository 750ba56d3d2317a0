package dev.kept.adapters.jtokkit;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.kept.domain.context.TokenCounter;
import java.nio.charset.StandardCharsets;

/// Counts with cl100k and adds a margin.
///
/// Claude's tokenizer is not public. Counts that its API reports for English and code run 10 to 20% above cl100k, so
/// 20%
/// is added: a budget then errs on the side of room to spare. Long runs of blanks or of one word compress far below a
/// token for each 4.4 characters; readers that estimate by length would call such a text too long, so that is the
/// floor.
final class JtokkitTokenCounter implements TokenCounter {
    private static final double MARGIN = 1.2;
    private static final double CHARACTERS_PER_TOKEN = 4.4;

    @Override
    public int count(String text) {
        int counted = Tokenizer.CL100K.countTokensOrdinary(wellFormed(text));
        return (int) Math.max(Math.ceil(counted * MARGIN), Math.ceil(text.length() / CHARACTERS_PER_TOKEN));
    }

    /// Half a surrogate pair, which JSON may carry, becomes a question mark: the tokenizer rejects it.
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /// Its vocabulary of 1.7 MB is read at the first count.
    private static final class Tokenizer {
        static final Encoding CL100K = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
    }
}
