package dev.kept.benchmarks.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Writes the memories found in labelled conversations in the form that `score.py` reads.
///
/// Arguments: the conversations' file, the file to write.
public final class PredictExtraction {
    private static final int BATCH = 50;

    private PredictExtraction() {}

    public static void main(String[] arguments) throws IOException {
        Replay replay = new Replay();
        List<Prediction> predictions = Conversation.read(Path.of(arguments[0])).stream()
                .map(conversation -> Prediction.of(conversation.id(), replay.memories(conversation, BATCH)))
                .toList();
        Prediction.write(Path.of(arguments[1]), predictions);
    }
}
