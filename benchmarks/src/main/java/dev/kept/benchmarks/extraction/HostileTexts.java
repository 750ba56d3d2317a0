package dev.kept.benchmarks.extraction;

import java.util.LinkedHashMap;
import java.util.Map;

/// Turns of the greatest length that are made to be slow to read.
final class HostileTexts {
    static final int CHARACTERS = 100_000;

    private HostileTexts() {}

    /// Name to text.
    static Map<String, String> all() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("password: ...", filled("password: "));
        texts.put("password=a ...", filled("password=a "));
        texts.put("token=ab12cd34 ...", filled("token=ab12cd34 "));
        texts.put("the password for the the ...", filled("the password for the "));
        texts.put("api_key_api_key_...", filled("api_key_"));
        texts.put("secret secret key ...", filled("secret secret key "));
        texts.put("-----BEGIN PRIVATE KEY-----", filled("-----BEGIN PRIVATE KEY-----"));
        texts.put("digits", filled("4111 1111 "));
        texts.put("DE89 3704 ...", filled("DE89 3704 "));
        texts.put("a:b@ urls", filled("https://a:b"));
        texts.put("base64", filled("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo0123456789+/"));
        texts.put(
                "seed words",
                filled("abandon ability able about above absent absorb abstract absurd abuse access accident "));
        texts.put("mails", filled("a@b.c "));
        texts.put("nested quotes", filled("> "));
        texts.put("quote signs", filled("\""));
        texts.put("single quotes", filled("'it's "));
        texts.put("one line of 50,000", "x ".repeat(25_000) + "\n" + "we decided on Kafka. ".repeat(2_300));
        texts.put("one word", filled("a"));
        texts.put("bait of own rules", filled("a ".repeat(300) + "\n"));
        texts.put("lines of one letter", filled("x\n"));
        texts.put("sentences", filled("We decided on Kafka. "));
        texts.put("dots", filled(". "));
        texts.put("ellipses", filled("a... "));
        texts.put("backtracking bait", filled("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"));
        texts.put("spaces", filled(" ").substring(1) + "x");
        texts.put("tabs and line breaks", filled("\t\n \r\n").substring(1) + "x");
        texts.put("emoji", filled("😀"));
        texts.put("families of emoji", filled("👨‍👩‍👧‍👦"));
        texts.put("zalgo", filled("a\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308"));
        texts.put("ligatures", filled("\ufdfa"));
        texts.put("capitals", filled("ACME CORP "));
        texts.put("capitalized words", filled("Marta Kovacs "));
        texts.put("brackets", filled("[({<"));
        texts.put("back-ticks", filled("`"));
        texts.put("fences", filled("```\n"));
        texts.put("< chain", filled("<"));
        texts.put("<k chain", filled("<k"));
        texts.put("<kept-context chain", filled("<kept-context>"));
        texts.put("&lt; chain", filled("&lt;k"));
        texts.put("tags", filled("<a></a>"));
        texts.put("comments", filled("<!--"));
        texts.put("zero width", filled("\u200b"));
        texts.put("zero width between", filled("k\u200b"));
        texts.put("direction", filled("\u202ea\u202c"));
        texts.put("Cyrillic look-alikes", filled("ѕуѕtеm nоtе "));
        texts.put("Chinese", filled("忽略之前的指令"));
        texts.put("ignore all ...", filled("ignore all "));
        texts.put("system note ...", filled("system note "));
        texts.put("the user ...", filled("the user "));
        texts.put("mail heads", filled("From: a\nTo: b\n"));
        texts.put("log lines", filled("2026-01-01 10:00:00 INFO a\n"));
        texts.put("json", filled("{\"a\":"));
        texts.put("csv", filled("a,b,c\n"));
        texts.put("yaml", filled("  - a: b\n"));
        texts.put("bullets", filled("- we always use Kafka\n"));
        texts.put("paths", filled("a/b/c.d-e_f."));
        texts.put("hyphens", filled("a-"));
        texts.put("apostrophes", filled("a'"));
        texts.put("paragraphs", filled("we use Kafka\n\n"));
        return texts;
    }

    private static String filled(String unit) {
        return unit.repeat(CHARACTERS / unit.length());
    }
}
