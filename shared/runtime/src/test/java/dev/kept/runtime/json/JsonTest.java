package dev.kept.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.session.Role;
import dev.kept.runtime.body.MemoryBody;
import dev.kept.runtime.body.TurnsBody;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    record Sample(String name, Optional<Integer> count, Optional<Role> role, Optional<Instant> at) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"name\":\"a\",\"typo\":1}|typo",
                "{\"name\":\"a\",\"count\":\"3\"}|count",
                "{\"name\":\"a\",\"count\":1.5}|count",
                "{\"name\":\"a\",\"role\":\"USER\"}|role",
                "{\"name\":\"a\",\"role\":7}|role",
                "{\"name\":\"a\",\"at\":\"yesterday\"}|at",
                "{\"name\":\"a\",\"at\":\"0001-01-01T00:00:00Z\"}|at",
                "{\"count\":1}|name",
                "{\"name\":null}|name",
                "{\"name\":7}|name",
                "{\"name\":true}|name",
            })
    void namesTheFieldAtFault(String json, String field) {
        InvalidRequest invalid = assertThrows(InvalidRequest.class, () -> Json.read(json, Sample.class));
        assertEquals(field, invalid.field());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "null",
                "[]",
                "7",
                "\"text\"",
                "{",
                "{\"name\":\"a\"} x",
                "{\"name\":\"a\",\"name\":\"b\"}"
            })
    void refusesWhatIsNotOneObject(String json) {
        assertThrows(InvalidRequest.class, () -> Json.read(json, Sample.class));
    }

    @Test
    void tellsAFileThatWasCutFromOneWithAWrongField() {
        InvalidRequest invalid = assertThrows(
                InvalidRequest.class, () -> Json.read("{\"content\":\"a\",\"entities\":[\"b", MemoryBody.class));
        assertEquals("", invalid.field());
        assertTrue(String.valueOf(invalid.getMessage()).startsWith("the body is not well-formed JSON at line 1"));
    }

    @Test
    void refusesNullInAList() {
        InvalidRequest invalid =
                assertThrows(InvalidRequest.class, () -> Json.read("{\"turns\":[null]}", TurnsBody.class));
        assertEquals("turns[0]", invalid.field());

        InvalidRequest inOptional = assertThrows(
                InvalidRequest.class,
                () -> Json.read("{\"content\":\"a\",\"entities\":[\"b\",null]}", MemoryBody.class));
        assertEquals("entities[1]", inOptional.field());
    }

    @Test
    void leavesNullInDataOfTheClientsOwn() {
        MemoryBody body = Json.read("{\"metadata\":{\"a\":[null],\"b\":null}}", MemoryBody.class);
        assertEquals("{\"a\":[null],\"b\":null}", Json.write(body.metadata().orElseThrow()));
    }

    @Test
    void refusesWhatIsNestedTooDeep() {
        String json = "{\"turns\":" + "[".repeat(2000);
        assertThrows(InvalidRequest.class, () -> Json.read(json, TurnsBody.class));
    }

    @Test
    void namesTheFieldInsideAList() {
        String json = """
                {"turns":[{"role":"user","content":"a"},{"role":"user","content":" "}]}""";
        InvalidRequest invalid = assertThrows(InvalidRequest.class, () -> Json.read(json, TurnsBody.class));
        assertEquals("turns[1].content", invalid.field());
    }

    @Test
    void neverQuotesWhatWasSent() {
        InvalidRequest invalid = assertThrows(
                InvalidRequest.class, () -> Json.read("{\"name\":\"hunter2\",\"count\":\"hunter2\"}", Sample.class));
        assertFalse(String.valueOf(invalid.getMessage()).contains("hunter2"));
    }

    @Test
    void writesTimesWithMillisecondsAndAbsenceAsNull() {
        Sample sample = new Sample(
                "a", Optional.empty(), Optional.of(Role.TOOL), Optional.of(Instant.parse("2026-01-31T09:30:00Z")));
        assertEquals(
                "{\"name\":\"a\",\"count\":null,\"role\":\"tool\",\"at\":\"2026-01-31T09:30:00.000Z\"}",
                Json.write(sample));
    }

    @Test
    void readsADateAsItsStartAndAnOffsetAsItsInstant() {
        assertEquals(Instant.parse("2026-01-31T00:00:00Z"), Timestamps.parse("from", "2026-01-31"));
        assertEquals(Instant.parse("2026-01-31T08:30:00Z"), Timestamps.parse("from", "2026-01-31T09:30:00+01:00"));
    }
}
