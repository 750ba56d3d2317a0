/// Embeddings in process, without a network call: bge-small-en-v1.5, quantized, on the ONNX runtime.
@NullMarked
package dev.kept.adapters.onnx;

import org.jspecify.annotations.NullMarked;
