package dev.kept.application.extraction.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentWordsTest {
    @ParameterizedTest
    @CsvSource({
        "node, nodes",
        "cache, caches",
        "deploy, deployed",
        "minute, minutes",
        "policy, policies",
        "migrate, migrating",
        "Robin's, Robin"
    })
    void formsOfOneWordMeet(String one, String other) {
        assertEquals(ContentWords.of(one), ContentWords.of(other));
    }

    @Test
    void whatIsNoPlainWordStaysAsItIs() {
        assertEquals(Set.of("eu-west-1", "v2.0", "c++"), ContentWords.of("eu-west-1 v2.0 C++"));
    }

    @Test
    void partsOfANameCountWhereTheyAreAskedFor() {
        assertTrue(ContentWords.withParts("EfficientNet-B0").containsAll(ContentWords.of("efficientnet b0")));
    }
}
