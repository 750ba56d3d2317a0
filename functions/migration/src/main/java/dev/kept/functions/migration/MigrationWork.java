package dev.kept.functions.migration;

import dev.kept.application.account.ManageAccounts;
import dev.kept.application.migration.Migrate;
import dev.kept.application.migration.Migration;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.account.AccountRole;
import dev.kept.domain.account.AccountStore;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.error.InvalidRequest;
import dev.kept.domain.id.UserId;
import dev.kept.domain.migration.MigrationLog;
import dev.kept.domain.search.SearchIndex;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Migrates, rolls back, and makes the first keys.
@Singleton
final class MigrationWork {
    private static final UserId ADMINISTRATOR = new UserId("admin");

    private final Migrate migrate;
    private final AccountStore accounts;
    private final ManageAccounts manageAccounts;
    private final DeploymentReply deploymentReply;

    MigrationWork(
            MigrationLog log,
            SearchIndex index,
            AccountStore accounts,
            @Value("${kept.embedding.model}") String model,
            @Value("${kept.redact.personal:none}") String redactPersonal) {
        Clock clock = Clock.systemUTC();
        this.migrate = new Migrate(migrations(index, model), log, clock);
        this.accounts = accounts;
        this.manageAccounts = new ManageAccounts(accounts, Redactor.forPolicy(redactPersonal), clock);
        this.deploymentReply = new DeploymentReply();
    }

    private static List<Migration> migrations(SearchIndex index, String model) {
        return List.of(
                new SearchIndexMigration(index, model),
                new DocumentsMigration(index, model),
                new ModelIndexMigration(index, model));
    }

    /// @param event `{"action": "migrate" | "rollback" | "status" | "bootstrap"}`, or CloudFormation's request for the
    ///     custom resource
    Map<String, Object> run(Map<String, Object> event) {
        if (event.containsKey("RequestType")) {
            return deploymentReply.answer(event, () -> deploy(String.valueOf(event.get("RequestType"))));
        }
        return switch (String.valueOf(event.get("action"))) {
            case "migrate" -> Map.of("applied", migrate.toNewest());
            case "rollback" -> Map.of("undone", migrate.backTo(version(event)));
            case "status" -> Map.of("applied", status());
            case "bootstrap" -> bootstrap(event);
            default -> throw new InvalidRequest("action", "must be migrate, rollback, status or bootstrap");
        };
    }

    /// Deleting a stack keeps its tables, so nothing is undone then.
    private Map<String, Object> deploy(String requestType) {
        return requestType.equals("Delete") ? Map.of() : Map.of("applied", migrate.toNewest());
    }

    private List<Map<String, Object>> status() {
        return migrate.status().stream()
                .map(applied -> Map.<String, Object>of(
                        "version", applied.version(),
                        "name", applied.name(),
                        "appliedAt", applied.appliedAt().toString()))
                .toList();
    }

    private static int version(Map<String, Object> event) {
        if (event.get("version") instanceof Integer version) {
            return version;
        }
        throw new InvalidRequest("version", "must be a whole number");
    }

    /// Makes the administrator's first key, and a first user's. A key is told only when it is made: `"reissue": true`
    /// makes new ones for an operator who lost them.
    private Map<String, Object> bootstrap(Map<String, Object> event) {
        boolean reissue = Boolean.TRUE.equals(event.get("reissue"));
        UserId user = new UserId(String.valueOf(event.getOrDefault("user", "local")));
        Map<String, Object> keys = new HashMap<>();
        keys.put("adminKey", key(ADMINISTRATOR, AccountRole.ADMIN, reissue).orElse(null));
        keys.put("apiKey", key(user, AccountRole.USER, reissue).orElse(null));
        return keys;
    }

    private Optional<String> key(UserId user, AccountRole role, boolean reissue) {
        if (accounts.find(user).isEmpty()) {
            try {
                return Optional.of(manageAccounts
                        .create(user, role, Optional.empty())
                        .key()
                        .secret());
            } catch (Conflict overtaken) {
                return Optional.empty();
            }
        }
        return reissue
                ? Optional.of(manageAccounts
                        .issueKey(user, role, Optional.of("reissued"))
                        .secret())
                : Optional.empty();
    }
}
