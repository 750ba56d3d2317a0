package dev.kept.adapters.opennlp;

import dev.kept.domain.extraction.Linguistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads English with the Universal Dependencies models of OpenNLP.
///
/// The models are immutable and shared; the tools that apply them keep the state of their last call, so each thread
/// has its own (https://opennlp.apache.org/docs/2.5.4/manual/opennlp.html, "Thread safety").
public final class OpenNlpLinguistics implements Linguistics {
    private static final ThreadLocal<Tools> TOOLS =
            ThreadLocal.withInitial(() -> Models.shared().tools());

    @Override
    public List<String> sentences(String text) {
        return Arrays.stream(TOOLS.get().sentences().sentDetect(text))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    @Override
    public List<Token> tokens(String sentence) {
        Tools tools = TOOLS.get();
        String[] words = tools.words().tokenize(sentence);
        String[] tags = tools.tags().tag(words);
        List<Token> tokens = new ArrayList<>(words.length);
        for (int i = 0; i < words.length; i++) {
            tokens.add(new Token(words[i], tags[i], Inflection.lemma(words[i], tags[i])));
        }
        return List.copyOf(tokens);
    }
}
