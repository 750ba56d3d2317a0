package dev.kept.application.account;

import dev.kept.domain.account.AccountStore;
import dev.kept.domain.account.Caller;
import java.util.Locale;
import java.util.Optional;

/// Finds out who sends a request.
public final class Authenticate {
    private static final String SCHEME = "bearer ";
    private final AccountStore accounts;

    public Authenticate(AccountStore accounts) {
        this.accounts = accounts;
    }

    /// @param authorization the header's value
    /// @return empty when it names no key that is valid now
    public Optional<Caller> authenticate(String authorization) {
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Optional.empty();
        }
        String token = authorization.substring(SCHEME.length()).strip();
        return Keys.id(token)
                .flatMap(accounts::find)
                .filter(key -> Keys.matches(key, token))
                .map(key -> new Caller(key.userId(), key.role(), key.id(), key.limits()));
    }
}
