package dev.kept.domain.account;

import dev.kept.domain.id.KeyId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.page.Page;
import dev.kept.domain.page.PageRequest;
import dev.kept.domain.rate.KeyLimits;
import java.util.List;
import java.util.Optional;

/// Where users and API keys are kept.
public interface AccountStore {
    /// Keeps a new user with a first key, both or neither.
    ///
    /// @throws dev.kept.domain.error.Conflict when the user exists
    void create(User user, ApiKey firstKey);

    Optional<User> find(UserId id);

    Page<User> list(PageRequest page);

    /// Removes a user and all keys of that user; memories are left alone.
    ///
    /// @return false when there was none
    boolean delete(UserId id);

    /// @throws dev.kept.domain.error.NotFound when the key's user does not exist
    void create(ApiKey key);

    /// Strongly consistent, so that a revoked key stops working at once.
    Optional<ApiKey> find(KeyId id);

    List<ApiKey> keys(UserId user);

    /// Gives a key these limits in place of those that it had.
    ///
    /// @return the key as it is now; empty when there is none
    Optional<ApiKey> limit(KeyId id, KeyLimits limits);

    /// @return false when there was none
    boolean delete(KeyId id);
}
