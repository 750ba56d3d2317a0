package dev.kept.adapters.redis;

import java.nio.ByteBuffer;
import java.util.List;

/// What Redis says, in its protocol's kinds.
sealed interface Answer {
    /// A status such as `OK`.
    record Line(String text) implements Answer {}

    record Whole(long value) implements Answer {}

    record Bytes(ByteBuffer content) implements Answer {}

    record Nothing() implements Answer {}

    record Many(List<Answer> answers) implements Answer {
        public Many {
            answers = List.copyOf(answers);
        }
    }
}
