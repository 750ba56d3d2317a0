package dev.kept.application.redaction;

import dev.kept.application.bundled.YamlNode;
import java.util.List;

/// Texts for one of the bundled patterns.
///
/// @param hits texts in which the secret is found and nothing of it is left
/// @param lookAlikes texts that no pattern may change
record SecretExamples(String kind, List<String> hits, List<String> lookAlikes) {
    private static final YamlNode FILE = YamlNode.resource(SecretExamples.class, "secret-examples.yaml");

    /// In the order of the patterns.
    static List<SecretExamples> all() {
        return FILE.nodes(
                "patterns",
                node -> new SecretExamples(node.text("kind"), node.texts("hits"), node.texts("lookAlikes")));
    }

    /// Texts that look like secrets and are none: hashes, ids, versions.
    static List<String> ofNothing() {
        return FILE.texts("lookAlikes");
    }
}
