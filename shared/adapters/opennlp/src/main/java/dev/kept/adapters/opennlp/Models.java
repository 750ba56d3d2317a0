package dev.kept.adapters.opennlp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;

/// The models, read once from the class path: 1.5 MB in all.
record Models(SentenceModel sentences, TokenizerModel words, POSModel tags) {
    static Models shared() {
        return Shared.MODELS;
    }

    Tools tools() {
        return new Tools(
                new SentenceDetectorME(sentences), new TokenizerME(words), new POSTaggerME(tags, POSTagFormat.UD));
    }

    private static Models read() {
        return new Models(
                read("sentence", SentenceModel::new), read("tokens", TokenizerModel::new), read("pos", POSModel::new));
    }

    private static <T> T read(String kind, Reader<T> reader) {
        String name = "/opennlp-en-ud-ewt-" + kind + "-1.3-2.5.4.bin";
        try (InputStream stream = Models.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return reader.read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private interface Reader<T> {
        T read(InputStream stream) throws IOException;
    }

    /// Initialized by its first use, so that a function that never reads English never loads a model.
    private static final class Shared {
        private static final Models MODELS = Models.read();

        private Shared() {}
    }
}
