package dev.kept.application.redaction;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;

/// Checks that a regular expression cannot make.
enum Validator {
    ANY {
        @Override
        boolean accepts(String secret) {
            return true;
        }
    },
    /// The check digit of card numbers (ISO/IEC 7812).
    LUHN {
        @Override
        boolean accepts(String secret) {
            String digits = secret.replaceAll("[^0-9]", "");
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                int digit = digits.charAt(digits.length() - 1 - i) - '0';
                int weighted = i % 2 == 0 ? digit : digit * 2;
                sum += weighted > 9 ? weighted - 9 : weighted;
            }
            return sum % 10 == 0 && digits.chars().distinct().count() > 1;
        }
    },
    /// The check of international bank account numbers (ISO 13616): the rearranged number modulo 97 is 1.
    IBAN {
        @Override
        boolean accepts(String secret) {
            String compact = secret.replace(" ", "");
            String rearranged = compact.substring(4) + compact.substring(0, 4);
            StringBuilder digits = new StringBuilder();
            rearranged.chars().forEach(c -> digits.append(Character.digit(c, 36)));
            return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
        }
    },
    HAS_DIGIT {
        @Override
        boolean accepts(String secret) {
            return secret.chars().anyMatch(Character::isDigit);
        }
    },
    /// Letters and digits mixed, as random tokens are and words are not.
    MIXED {
        @Override
        boolean accepts(String secret) {
            return HAS_DIGIT.accepts(secret) && secret.chars().anyMatch(Character::isLetter);
        }
    },
    /// What follows `password:` in code and configuration: a value, not a type, a variable, a call or a template.
    CONFIGURED {
        @Override
        boolean accepts(String secret) {
            String value = secret.toLowerCase(Locale.ROOT);
            boolean reference = value.startsWith("$")
                    || value.startsWith("<")
                    || value.startsWith("{")
                    || value.startsWith("*")
                    || value.startsWith("%")
                    || value.contains("(")
                    || value.startsWith("process.env")
                    || value.startsWith("os.environ")
                    || value.startsWith("[redacted:")
                    || value.startsWith("arn:");
            return !reference && !NOT_VALUES.contains(value) && value.length() >= 4;
        }
    },
    /// An unquoted value of `token=`: random looking, not a name or a path.
    CONFIGURED_TOKEN {
        @Override
        boolean accepts(String secret) {
            return CONFIGURED.accepts(secret) && MIXED.accepts(secret) && !secret.contains("/");
        }
    },
    /// What follows `--password`: neither the name of a file nor a remark.
    FLAGGED {
        @Override
        boolean accepts(String secret) {
            return SPOKEN.accepts(secret) && !secret.startsWith("/") && !secret.startsWith("./");
        }
    },
    /// What follows "the password is": a password, not a remark about one.
    SPOKEN {
        @Override
        boolean accepts(String secret) {
            String word = secret.toLowerCase(Locale.ROOT);
            boolean plain = word.chars().allMatch(Character::isLetter);
            boolean remark = plain && (word.endsWith("ed") || word.endsWith("ing") || word.endsWith("ly"));
            return CONFIGURED.accepts(secret) && !remark && !(plain && REMARKS.contains(word));
        }
    };

    private static final Set<String> NOT_VALUES = Set.of(
            "string",
            "str",
            "text",
            "none",
            "null",
            "true",
            "false",
            "undefined",
            "optional",
            "required",
            "secret",
            "password",
            "token",
            "varchar",
            "bool",
            "boolean",
            "bytes",
            "char",
            "void",
            "number",
            "changeme?",
            "self",
            "this",
            "here",
            "xxxx",
            "....",
            "env",
            "vault",
            "yes",
            "value",
            "type",
            "auth",
            "const",
            "return");

    private static final Set<String> REMARKS = Set.of(
            "wrong",
            "invalid",
            "correct",
            "incorrect",
            "empty",
            "missing",
            "right",
            "fine",
            "weak",
            "strong",
            "long",
            "short",
            "safe",
            "unsafe",
            "gone",
            "lost",
            "known",
            "kept",
            "also",
            "always",
            "never",
            "already",
            "still",
            "just",
            "only",
            "from",
            "with",
            "that",
            "this",
            "there",
            "their",
            "what",
            "when",
            "where",
            "which",
            "your",
            "mine",
            "ours",
            "same",
            "different",
            "public",
            "private",
            "plain",
            "hidden",
            "sent",
            "read",
            "written",
            "stored",
            "under",
            "over",
            "handled",
            "okay",
            "good",
            "needs",
            "must",
            "should",
            "will",
            "would",
            "then",
            "into",
            "about",
            "because",
            "being",
            "been",
            "optional",
            "required",
            "temporary",
            "default",
            "visible",
            "somewhere",
            "nowhere",
            "part",
            "case",
            "made",
            "done",
            "set",
            "reset",
            "flow",
            "field",
            "page",
            "policy",
            "manager",
            "hash",
            "hashes",
            "login",
            "rotation",
            "change",
            "prompt",
            "form",
            "input",
            "secret",
            "unset",
            "older",
            "newer",
            "meant",
            "built",
            "hard",
            "easy",
            "enough");

    abstract boolean accepts(String secret);

    static Validator named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
