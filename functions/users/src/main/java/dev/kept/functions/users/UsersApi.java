package dev.kept.functions.users;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kept.application.account.IssuedKey;
import dev.kept.application.account.ManageAccounts;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.account.AccountRole;
import dev.kept.domain.account.AccountStore;
import dev.kept.domain.account.ApiKey;
import dev.kept.domain.account.User;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.error.NotFound;
import dev.kept.domain.id.KeyId;
import dev.kept.domain.id.UserId;
import dev.kept.domain.rate.KeyLimits;
import dev.kept.runtime.http.Reply;
import dev.kept.runtime.http.Request;
import dev.kept.runtime.http.Routes;
import dev.kept.runtime.view.ListView;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// The routes of users and API keys, all for administrators.
@Singleton
final class UsersApi {
    private final AccountStore accounts;
    private final ManageAccounts manage;
    private final Routes routes;

    UsersApi(AccountStore accounts, @Value("${kept.redact.personal:none}") String redactPersonal) {
        this.accounts = accounts;
        this.manage = new ManageAccounts(accounts, Redactor.forPolicy(redactPersonal), Clock.systemUTC());
        this.routes = new Routes()
                .on("POST /v1/users", this::createUser)
                .on("GET /v1/users", this::listUsers)
                .on("GET /v1/users/{userId}", this::findUser)
                .on("DELETE /v1/users/{userId}", this::deleteUser)
                .on("POST /v1/api-keys", this::createKey)
                .on("GET /v1/api-keys", this::listKeys)
                .on("PATCH /v1/api-keys/{keyId}", this::changeKey)
                .on("DELETE /v1/api-keys/{keyId}", this::deleteKey);
    }

    Routes routes() {
        return routes;
    }

    private Reply createUser(Request request) {
        request.admin();
        NewUser body = request.body(NewUser.class);
        ManageAccounts.NewUser created = manage.create(new UserId(body.userId()), AccountRole.USER, body.displayName());
        return Reply.created(
                UserView.of(created.user(), Optional.of(created.key().secret())));
    }

    private Reply listUsers(Request request) {
        request.admin();
        request.allowQuery("limit", "cursor");
        return Reply.ok(ListView.of(accounts.list(request.page()), user -> UserView.of(user, Optional.empty())));
    }

    private Reply findUser(Request request) {
        request.admin();
        String id = request.path("userId");
        User user = accounts.find(new UserId(id)).orElseThrow(() -> new NotFound("user", id));
        return Reply.ok(UserView.of(user, Optional.empty()));
    }

    private Reply deleteUser(Request request) {
        UserId id = new UserId(request.path("userId"));
        if (request.admin().userId().equals(id)) {
            throw new InvalidRequest("userId", "must not be the administrator who asks");
        }
        if (!accounts.delete(id)) {
            throw new NotFound("user", id.value());
        }
        return Reply.noContent();
    }

    private Reply createKey(Request request) {
        request.admin();
        NewKey body = request.body(NewKey.class);
        IssuedKey issued = manage.issueKey(
                new UserId(body.userId()),
                AccountRole.USER,
                body.name(),
                body.limits().map(LimitsView::limits).orElse(KeyLimits.NONE));
        return Reply.created(KeyView.of(issued.key(), Optional.of(issued.secret())));
    }

    private Reply listKeys(Request request) {
        request.admin();
        request.allowQuery("userId");
        String user = request.query("userId").orElseThrow(() -> new InvalidRequest("userId", "must be given"));
        return Reply.ok(ListView.of(accounts.keys(new UserId(user)).stream()
                .map(key -> KeyView.of(key, Optional.empty()))
                .toList()));
    }

    private Reply changeKey(Request request) {
        request.admin();
        String id = request.path("keyId");
        LimitsView limits = request.body(ChangedKey.class)
                .limits()
                .orElseThrow(() -> new InvalidRequest("limits", "must be given; {} for those of the deployment"));
        return accounts.limit(new KeyId(id), limits.limits())
                .map(key -> Reply.ok(KeyView.of(key, Optional.empty())))
                .orElseThrow(() -> new NotFound("key", id));
    }

    private Reply deleteKey(Request request) {
        KeyId id = new KeyId(request.path("keyId"));
        if (request.admin().keyId().equals(id)) {
            throw new InvalidRequest("keyId", "must not be the key of this request");
        }
        if (!accounts.delete(id)) {
            throw new NotFound("key", id.value());
        }
        return Reply.noContent();
    }

    record NewUser(String userId, Optional<String> displayName) {}

    record NewKey(String userId, Optional<String> name, Optional<LimitsView> limits) {}

    /// @param limits in place of all that the key had
    record ChangedKey(Optional<LimitsView> limits) {}

    record UserView(
            String userId,
            Optional<String> displayName,
            Instant createdAt,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> apiKey) {
        static UserView of(User user, Optional<String> apiKey) {
            return new UserView(user.id().value(), user.displayName(), user.createdAt(), apiKey);
        }
    }

    record KeyView(
            String keyId,
            String userId,
            Optional<String> name,
            LimitsView limits,
            Instant createdAt,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> apiKey) {
        static KeyView of(ApiKey key, Optional<String> apiKey) {
            return new KeyView(
                    key.id().value(),
                    key.userId().value(),
                    key.name(),
                    LimitsView.of(key.limits()),
                    key.createdAt(),
                    apiKey);
        }
    }
}
