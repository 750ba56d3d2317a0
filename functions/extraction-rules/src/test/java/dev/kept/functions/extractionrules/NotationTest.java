package dev.kept.functions.extractionrules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.UserId;
import dev.kept.domain.memory.MemoryType;
import dev.kept.domain.rules.CueRule;
import dev.kept.domain.rules.ImportanceRule;
import dev.kept.domain.rules.NameRule;
import dev.kept.domain.rules.ObjectionRule;
import dev.kept.domain.rules.OwnRules;
import dev.kept.domain.rules.RuleScope;
import dev.kept.domain.rules.RuleSet;
import dev.kept.runtime.http.RawText;
import dev.kept.runtime.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotationTest {
    private static final String FILE = """
            # What the harbour team writes down.
            cues:
              - type: decision
                why: a berth was given
                phrases:
                  - berth ... given|assigned
                  - "on @days"
            ignore: [standup, "no"]
            entities:
              - {name: Alva, kind: ship, aliases: [pilot boat]}
            """;

    @Test
    void yamlIsReadLikeTheJsonThatItStandsFor() {
        OwnRules rules = Notation.YAML.read(FILE, RulesBody.class).rules();

        CueRule cue = rules.cues().getFirst();
        assertEquals(MemoryType.DECISION, cue.type());
        assertEquals(3, cue.weight());
        assertEquals(List.of("berth ... given|assigned", "on @days"), cue.phrases());
        assertEquals(List.of("standup", "no"), rules.ignore());
        assertEquals(List.of("pilot boat"), rules.entities().getFirst().aliases());
    }

    @Test
    void whatIsShownCanBePutBack() {
        OwnRules rules = new OwnRules(
                List.of(new CueRule(
                        MemoryType.PATTERN, 2, "why: this # and that", List.of("on @days", "- ledger", "'tis"))),
                List.of(new CueRule(MemoryType.ENTITY, 1.5, "null", List.of("who runs"))),
                List.of(
                        new ObjectionRule("yes", ObjectionRule.NEVER, List.of("5", "no", "true")),
                        new ObjectionRule("~", 2, List.of("[x] | y", "ledger : closes", "*star"))),
                List.of(
                        ImportanceRule.ofType(MemoryType.CODE, 0.9),
                        ImportanceRule.ofPhrases(-0.2, "small", List.of("1e3", "@month @number"))),
                List.of("{a}", "a ... b"),
                List.of("\"quoted\"", "ünï 船"),
                List.of(new NameRule("C++", "technology", List.of())),
                List.of("cues/fact/x"));
        RuleSet set = new RuleSet(RuleScope.of(Owner.of(new UserId("ada"))), rules, 3, Instant.EPOCH);

        RawText yaml =
                (RawText) Notation.YAML.reply(RulesView.of(set, List.of())).body();
        assertEquals(rules, Notation.YAML.read(yaml.text(), RulesBody.class).rules(), yaml.text());
        String json = Json.write(RulesView.of(set, List.of()).rules());
        assertEquals(rules, Notation.JSON.read(json, RulesBody.class).rules());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            cues:\\n  - type: choice\\n    why: x\\n    phrases: [ledger]   ; cues[0].type       ; (line 2, column 5)
            cues:\\n  - type: fact\\n    phrases: [ledger]                ; cues[0].why        ; (line 2, column 5)
            ignore:\\n  - standup\\n  - 7                                 ; ignore[1]          ; (line 3, column 5)
            colour: green                                                ; colour             ; (line 1, column 1)
            importance:\\n  - {value: 0.1, why: x, phrases: [ledger]}\\n  - {value: 9, why: x, phrases: [a b]} ; importance[1].value ; (line 3, column 6)
            """)
    void faultsAreNamedWithTheirFieldAndLine(String text, String field, String place) {
        String yaml = text.replace("\\n", "\n");
        InvalidRequest fault = assertThrows(
                InvalidRequest.class,
                () -> Notation.YAML.placing(
                        yaml, () -> Notation.YAML.read(yaml, RulesBody.class).rules()));
        assertEquals(field, fault.field());
        assertTrue(String.valueOf(fault.getMessage()).endsWith(place), fault::toString);
    }

    @Test
    void faultsInJsonHaveTheirLineToo() {
        String json = "{\n  \"cues\": [\n    {\"type\": \"fact\", \"why\": \"x\", \"phrases\": [\"ledger\", 7]}]}";
        InvalidRequest fault = assertThrows(
                InvalidRequest.class,
                () -> Notation.JSON.placing(json, () -> Notation.JSON.read(json, RulesBody.class)));
        assertEquals("cues[0].phrases[1]", fault.field());
        assertTrue(String.valueOf(fault.getMessage()).contains("(line 3, column"), fault::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            ignore: &a [standup]\\nkeep: *a   ; anchors and aliases are not taken
            ignore: [standup                 ; not well-formed YAML
            ignore: []\\nignore: []           ; not well-formed YAML
            ignore: []\\n---\\nignore: []      ; the body
            - a                              ; the body
            """)
    void whatIsOnlyInYamlIsRefused(String text, String reason) {
        InvalidRequest fault = assertThrows(
                InvalidRequest.class, () -> Notation.YAML.read(text.replace("\\n", "\n"), RulesBody.class));
        assertEquals("", fault.field());
        assertTrue(String.valueOf(fault.getMessage()).contains(reason), fault::toString);
    }

    @Test
    void theMediaTypeTellsTheNotation() {
        assertEquals(Notation.YAML, Notation.of(Optional.of("application/yaml; charset=utf-8")));
        assertEquals(Notation.YAML, Notation.of(Optional.of("text/x-YAML")));
        assertEquals(Notation.JSON, Notation.of(Optional.of("application/json")));
        assertEquals(Notation.JSON, Notation.of(Optional.empty()));
    }
}
