package dev.kept.application.redaction;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which personal identifiers are replaced besides secrets: many memories need a mail address or a phone number, and
/// some deployments must not hold one. Numbers of cards, accounts and identity documents are replaced in any case.
public final class PersonalPolicy {
    public static final PersonalPolicy NONE = new PersonalPolicy(Set.of());

    private static final Set<String> KINDS = SecretPatterns.bundled().stream()
            .filter(SecretPattern::personal)
            .map(SecretPattern::kind)
            .collect(Collectors.toUnmodifiableSet());

    private final Set<String> kinds;

    private PersonalPolicy(Set<String> kinds) {
        this.kinds = Set.copyOf(kinds);
    }

    /// @param policy `none`, `strict` for all kinds, or kinds separated by commas, such as `email,phone`
    /// @throws IllegalArgumentException for a kind that there is not
    public static PersonalPolicy parse(String policy) {
        return switch (policy.strip().toLowerCase(Locale.ROOT)) {
            case "", "none" -> NONE;
            case "strict" -> new PersonalPolicy(KINDS);
            default -> new PersonalPolicy(kinds(policy));
        };
    }

    private static Set<String> kinds(String list) {
        Set<String> kinds = new TreeSet<>();
        for (String part : list.split(",", -1)) {
            String kind = part.strip().toLowerCase(Locale.ROOT);
            if (!KINDS.contains(kind)) {
                throw new IllegalArgumentException("RedactPersonal: no personal identifier is called " + kind
                        + "; there are " + new TreeSet<>(KINDS));
            }
            kinds.add(kind);
        }
        return kinds;
    }

    boolean wants(SecretPattern pattern) {
        return !pattern.personal() || kinds.contains(pattern.kind());
    }
}
