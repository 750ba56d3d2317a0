package dev.kept.application.extraction.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kept.application.extraction.FakeLinguistics;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {
    private final SentenceSplitter splitter = new SentenceSplitter(new FakeLinguistics());

    @Test
    void splitsChatThatStartsSentencesInLowerCase() {
        assertEquals(
                List.of("yep.", "last bit: events go to Kafka.", "ok gotta run!"),
                splitter.split("yep. last bit: events go to Kafka. ok gotta run!"));
    }

    @Test
    void leavesVersionsFilesAndAbbreviationsWhole() {
        assertEquals(
                List.of("we run Node.js 20.11 on e.g. eu-west-1, see app.ts for it"),
                splitter.split("we run Node.js 20.11 on e.g. eu-west-1, see app.ts for it"));
    }

    @Test
    void everyListItemIsASentence() {
        assertEquals(List.of("tabs", "no semicolons"), splitter.split("- tabs\n- no semicolons"));
    }
}
