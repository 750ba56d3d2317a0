package dev.kept.adapters.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// A model's files, in a runtime without threads of its own: a text is embedded on the thread of its
/// caller.
///
/// The library's own way of loading leaves the runtime's default, a pool as large as the machine. Its
/// threads spin for a while after each text, which doubles the processor time of a question. Even
/// where they sleep instead, handing the small pieces of a question around takes longer than it
/// saves: on 2 cores 3.3 ms for a question and 7.7 for a turn, without it 2.8 and 7.2. And a pool
/// serves whoever comes, so a long text that is embedded in the background would hold up a question,
/// while the thread of a caller has its caller's priority.
final class ModelFiles extends AbstractInProcessEmbeddingModel {
    private final OnnxBertBiEncoder encoder;
    private final int dimensions;

    private ModelFiles(OnnxBertBiEncoder encoder, int dimensions) {
        super(Runnable::run);
        this.encoder = encoder;
        this.dimensions = dimensions;
    }

    static ModelFiles load(LocalModel which) {
        // The tokenizer's library reports its use to its makers when it finds itself on EC2, unless told not to.
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        // Its native part is unpacked there; the home directory of a Lambda function is read-only.
        System.setProperty("DJL_CACHE_DIR", System.getProperty("java.io.tmpdir"));
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (InputStream model = file(which.file());
                InputStream tokenizer = file(which.tokenizer());
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            OrtSession session = environment.createSession(model.readAllBytes(), options);
            return new ModelFiles(
                    new OnnxBertBiEncoder(environment, session, tokenizer, which.pooling()), which.dimensions());
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model cannot be loaded", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream file(String name) {
        return Objects.requireNonNull(ModelFiles.class.getResourceAsStream(name), name);
    }

    @Override
    protected OnnxBertBiEncoder model() {
        return encoder;
    }

    @Override
    protected Integer knownDimension() {
        return dimensions;
    }
}
