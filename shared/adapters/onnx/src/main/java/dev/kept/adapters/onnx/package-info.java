/// Embeddings in process, without a network call: small quantized models on the ONNX runtime.
@NullMarked
package dev.kept.adapters.onnx;

import org.jspecify.annotations.NullMarked;
