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

/// A model's files, in a runtime whose threads go to sleep when they have nothing to do.
///
/// The library's own way of loading leaves the runtime's default: after each text its threads spin for a while in the
/// hope of the next. That doubles the processor time of a question (12 to 6 ms), at the expense of what the search
/// does beside it and after it.
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
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
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
