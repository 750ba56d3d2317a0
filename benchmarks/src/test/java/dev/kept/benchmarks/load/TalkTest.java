package dev.kept.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kept.benchmarks.load.Talk.Exchange;
import dev.kept.benchmarks.load.Talk.Said;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TalkTest {
    @Test
    void isCutWhereTheUserSpeaks() throws JsonProcessingException {
        List<Talk> talks = Talk.of(new ObjectMapper().readTree("""
                {"sessions": [{"turns": [
                    {"role": "assistant", "content": "Hello."},
                    {"role": "user", "content": "We ship on Friday."},
                    {"role": "tool", "content": "ok"},
                    {"role": "assistant", "content": "Noted."},
                    {"role": "user", "content": "Bye."}]}],
                 "questions": [{"query": "When do we ship?"}, {"query": "Who ships?"}]}"""));

        assertEquals(
                List.of(new Talk(List.of(
                        new Exchange(List.of(new Said("assistant", "Hello.")), "When do we ship?"),
                        new Exchange(
                                List.of(
                                        new Said("user", "We ship on Friday."),
                                        new Said("tool", "ok"),
                                        new Said("assistant", "Noted.")),
                                "Who ships?"),
                        new Exchange(List.of(new Said("user", "Bye.")), "When do we ship?")))),
                talks);
    }

    @Test
    void thereAreManyToReplay() {
        List<Talk> talks = Talk.read(Path.of("data/gold-open/conversations.jsonl"));

        assertEquals(45, talks.size());
        talks.forEach(talk -> assertFalse(talk.exchanges().isEmpty()));
    }
}
