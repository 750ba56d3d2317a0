package dev.kept.application.account;

import dev.kept.application.redaction.ChosenNames;
import dev.kept.application.redaction.RedactedData;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.account.AccountRole;
import dev.kept.domain.account.AccountStore;
import dev.kept.domain.account.User;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.UserId;
import dev.kept.domain.rate.KeyLimits;
import dev.kept.domain.text.Limits;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// Makes users and keys.
public final class ManageAccounts {
    private final AccountStore accounts;
    private final RedactedData redacted;
    private final ChosenNames names;
    private final Clock clock;

    public ManageAccounts(AccountStore accounts, Redactor redactor, Clock clock) {
        this.accounts = accounts;
        this.redacted = new RedactedData(redactor);
        this.names = new ChosenNames(redactor);
        this.clock = clock;
    }

    public record NewUser(User user, IssuedKey key) {}

    /// @throws dev.kept.domain.error.Conflict when the user exists
    /// @throws dev.kept.domain.error.InvalidRequest when the id holds a secret
    public NewUser create(UserId id, AccountRole role, Optional<String> displayName) {
        displayName.ifPresent(name -> Limits.content("displayName", name, Limits.LABEL_CHARACTERS));
        names.check("userId", id);
        Instant now = clock.instant();
        User user = new User(id, redacted.text(displayName), now);
        IssuedKey key = Keys.issue(id, role, Optional.of("first"), now);
        accounts.create(user, key.key());
        return new NewUser(user, key);
    }

    /// @throws NotFound when there is no such user
    public IssuedKey issueKey(UserId id, AccountRole role, Optional<String> name) {
        return issueKey(id, role, name, KeyLimits.NONE);
    }

    /// @throws NotFound when there is no such user
    public IssuedKey issueKey(UserId id, AccountRole role, Optional<String> name, KeyLimits limits) {
        name.ifPresent(text -> Limits.content("name", text, Limits.LABEL_CHARACTERS));
        if (accounts.find(id).isEmpty()) {
            throw new NotFound("user", id.value());
        }
        IssuedKey key =
                Keys.issue(id, role, redacted.text(name), clock.instant()).with(limits);
        accounts.create(key.key());
        return key;
    }
}
