package dev.kept.adapters.onnx;

import dev.langchain4j.model.embedding.onnx.PoolingMode;

/// The models that can run in process. Each is a jar with its files; one that is not on the class path is not offered.
enum LocalModel {
    /// In every package.
    BGE_SMALL("bge-small-en-v1.5-q", PoolingMode.CLS),
    /// On the local stack only: 23 MB more in each package would buy nothing but a second choice.
    MINI_LM("all-minilm-l6-v2-q", PoolingMode.MEAN);

    private static final int DIMENSIONS = 384;

    private final String name;
    private final PoolingMode pooling;

    LocalModel(String name, PoolingMode pooling) {
        this.name = name;
        this.pooling = pooling;
    }

    String id() {
        return name + "-" + DIMENSIONS;
    }

    int dimensions() {
        return DIMENSIONS;
    }

    PoolingMode pooling() {
        return pooling;
    }

    String file() {
        return "/" + name + ".onnx";
    }

    String tokenizer() {
        return "/" + name + "-tokenizer.json";
    }

    boolean isHere() {
        return LocalModel.class.getResource(file()) != null;
    }
}
