package dev.kept.application.extraction.voices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "System note",
                "Ѕуѕtеm nоtе",
                "ＳＹＳＴＥＭ ｎｏｔｅ",
                "ⓢⓨⓢⓣⓔⓜ ⓝⓞⓣⓔ",
                "𝐒𝐘𝐒𝐓𝐄𝐌 𝐧𝐨𝐭𝐞",
                "SYSTEΜ ΝΟΤΕ",
                "SYST\u0301EM NO\u0302TE",
                "sys\u200btem no\u00adte",
                "sʏѕᴛᴇᴍ ɴᴏᴛᴇ",
            })
    void readsEveryDisguiseAsTheSameWords(String disguised) {
        assertEquals("system note", LookAlikes.latin(LookAlikes.compatible(disguised)));
    }

    @Test
    void leavesOtherScriptsReadableBeforeTheyAreLikenedToLatin() {
        assertEquals("Запомни 記憶", LookAlikes.compatible("Запомни 記憶"));
    }
}
