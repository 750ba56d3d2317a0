package dev.kept.application.account;

import dev.kept.domain.account.AccountRole;
import dev.kept.domain.account.AccountStore;
import dev.kept.domain.account.User;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.UserId;
import dev.kept.domain.text.Limits;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// Makes users and keys.
public final class ManageAccounts {
    private final AccountStore accounts;
    private final Clock clock;

    public ManageAccounts(AccountStore accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    public record NewUser(User user, IssuedKey key) {}

    /// @throws dev.kept.domain.error.Conflict when the user exists
    public NewUser create(UserId id, AccountRole role, Optional<String> displayName) {
        displayName.ifPresent(name -> Limits.content("displayName", name, Limits.LABEL_CHARACTERS));
        Instant now = clock.instant();
        User user = new User(id, displayName, now);
        IssuedKey key = Keys.issue(id, role, Optional.of("first"), now);
        accounts.create(user, key.key());
        return new NewUser(user, key);
    }

    /// @throws NotFound when there is no such user
    public IssuedKey issueKey(UserId id, AccountRole role, Optional<String> name) {
        name.ifPresent(text -> Limits.content("name", text, Limits.LABEL_CHARACTERS));
        if (accounts.find(id).isEmpty()) {
            throw new NotFound("user", id.value());
        }
        IssuedKey key = Keys.issue(id, role, name, clock.instant());
        accounts.create(key.key());
        return key;
    }
}
