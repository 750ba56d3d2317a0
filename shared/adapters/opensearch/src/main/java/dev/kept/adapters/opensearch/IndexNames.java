package dev.kept.adapters.opensearch;

import java.util.Optional;

/// What indexes and aliases are called.
///
/// An index carries the version of its shape and the model of its vectors in its name. Two kinds of aliases stand
/// before
/// it: one for its model, which is how it is written to and asked (an alias, because a request can insist on one, and a
/// lost index then does not come back by itself with a guessed mapping); and one that says which index is current.
final class IndexNames {
    static final String CURRENT = "kept-records";
    static final String ALL = CURRENT + "*";

    /// What was made before an index had a model; its vectors are those of the default one.
    static final String WITHOUT_MODEL = CURRENT + "-v1";

    private static final String MODEL_PREFIX = CURRENT + "-of-";

    private IndexNames() {}

    static String index(String model) {
        return WITHOUT_MODEL + "-" + escaped(model);
    }

    static String alias(String model) {
        return MODEL_PREFIX + escaped(model);
    }

    /// The model that an alias is of.
    static Optional<String> model(String alias) {
        return alias.startsWith(MODEL_PREFIX)
                ? Optional.of(alias.substring(MODEL_PREFIX.length()).replace('_', ':'))
                : Optional.empty();
    }

    /// Bedrock's ids hold colons, which a name may not; none holds an underscore.
    private static String escaped(String model) {
        if (!model.matches("[a-z0-9.:-]+")) {
            throw new IllegalArgumentException("an embedding model's id is made of a-z, 0-9, '.', ':' and '-'");
        }
        return model.replace(':', '_');
    }
}
