package dev.kept.application.redaction;

import com.google.re2j.Pattern;
import dev.kept.application.yaml.YamlNode;
import java.util.List;

/// The bundled patterns, each with texts that it must and must not find.
final class SecretPatterns {
    private static final String FILE = "secret-patterns.yaml";

    private SecretPatterns() {}

    /// @param hits texts in which the secret is found and nothing of it is left
    /// @param lookAlikes texts that no pattern may change
    record Documented(SecretPattern pattern, List<String> hits, List<String> lookAlikes) {}

    static List<SecretPattern> bundled() {
        return documented().stream().map(Documented::pattern).toList();
    }

    static List<Documented> documented() {
        return YamlNode.resource(SecretPatterns.class, FILE).nodes("patterns", SecretPatterns::read);
    }

    /// Texts that look like secrets and are none: hashes, ids, versions.
    static List<String> lookAlikes() {
        return YamlNode.resource(SecretPatterns.class, FILE).texts("lookAlikes");
    }

    private static Documented read(YamlNode node) {
        SecretPattern pattern = new SecretPattern(
                node.text("kind"),
                Pattern.compile(node.text("pattern")),
                node.texts("hints"),
                (int) node.number("digits", 0),
                node.optionalText("validator").map(Validator::named).orElse(Validator.ANY),
                node.optionalText("personal").map(Boolean::valueOf).orElse(false));
        return new Documented(pattern, node.texts("hits"), node.texts("lookAlikes"));
    }
}
