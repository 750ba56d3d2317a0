package dev.kept.benchmarks.micro;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class MicroTableTest {
    @Test
    void hasALineForEachHotPath() throws JsonProcessingException {
        String table = MicroTable.of(new ObjectMapper().readTree("""
                [{"benchmark": "dev.kept.micro.RedactionPath.shortTurn",
                  "primaryMetric": {"score": 3.456, "scoreError": 0.1},
                  "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 20480.0}}}]"""));

        assertTrue(table.contains("| RedactionPath.shortTurn | 3.46 | 0.10 | 20 |"), table);
    }
}
