package dev.kept.benchmarks.extraction;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What a model says rightly is let through, what belongs to other turns is not.
class ModelBenchTest {
    private static final Pattern SHARE = Pattern.compile("kept \\(([0-9.]+)%\\)");

    @Test
    void tellsRightAnswersFromWrongOnes() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new ModelBench(new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run(List.of("--data", "data/gold-open/conversations.jsonl"));

        String report = printed.toString(StandardCharsets.UTF_8);
        Matcher share = SHARE.matcher(report);
        assertTrue(share.find() && Double.parseDouble(share.group(1)) >= 85, report);
        assertTrue(share.find() && Double.parseDouble(share.group(1)) <= 3, report);
    }
}
