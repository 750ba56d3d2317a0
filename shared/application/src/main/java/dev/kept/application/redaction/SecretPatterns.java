package dev.kept.application.redaction;

import dev.kept.application.yaml.YamlNode;
import java.util.List;

/// The bundled patterns, in the order in which they are tried.
final class SecretPatterns {
    private static final String FILE = "secret-patterns.yaml";

    private static final List<SecretPattern> BUNDLED =
            YamlNode.resource(SecretPatterns.class, FILE).nodes("patterns", SecretPatterns::read);

    private SecretPatterns() {}

    static List<SecretPattern> bundled() {
        return BUNDLED;
    }

    private static SecretPattern read(YamlNode node) {
        return new SecretPattern(
                node.text("kind"),
                new Expression(node.text("pattern")),
                node.texts("hints"),
                (int) node.number("digits", 0),
                node.optionalText("validator").map(Validator::named).orElse(Validator.ANY),
                node.optionalText("personal").map(Boolean::valueOf).orElse(false));
    }
}
