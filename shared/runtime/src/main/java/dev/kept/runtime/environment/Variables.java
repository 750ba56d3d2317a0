package dev.kept.runtime.environment;

import static dev.kept.runtime.environment.Variable.optional;
import static dev.kept.runtime.environment.Variable.required;

import java.util.List;

/// All variables of the template, in its order.
final class Variables {
    private static final String TABLE = "[A-Za-z0-9_.-]{3,255}";
    private static final String NAMES_A_TABLE = "must name a table";
    private static final String URL = "https?://\\S+";
    private static final String IS_A_URL = "must be an http or https URL";
    private static final String MODEL = "[A-Za-z0-9.:/_-]{1,200}";
    private static final String NAMES_A_MODEL = "must name a model";
    private static final String BUDGET = "[0-9]{1,12}/[0-9]{1,9}([.][0-9]{1,6})?";
    private static final String IS_A_BUDGET = "must be as 200000/0.50, tokens and dollars";
    private static final String RATE = "[0-9]{1,7}([.][0-9]{1,3})?/[0-9]{1,7}";
    private static final String IS_A_RATE = "must be as 20/100, requests a second and at once";

    static final List<Variable> ALL = List.of(
            required("KEPT_VERSION", "\\S{1,64}", "must be a version"),
            required("KEPT_STAGE", "[a-z][a-z0-9-]{0,19}", "must be a stage's name"),
            required("KEPT_SESSIONS_TABLE", TABLE, NAMES_A_TABLE),
            required("KEPT_MEMORIES_TABLE", TABLE, NAMES_A_TABLE),
            required("KEPT_CONTEXTS_TABLE", TABLE, NAMES_A_TABLE),
            required("KEPT_ACCOUNTS_TABLE", TABLE, NAMES_A_TABLE),
            required("KEPT_ARCHIVE_BUCKET", "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", "must name a bucket"),
            required("KEPT_EXTRACTION_QUEUE_URL", URL, IS_A_URL),
            required("KEPT_CONTEXT_QUEUE_URL", URL, IS_A_URL),
            required("KEPT_SUBMISSIONS_DEAD_LETTER_QUEUE_URL", URL, IS_A_URL),
            required("KEPT_SEARCH_MODE", "opensearch|direct", "must be opensearch or direct"),
            optional("KEPT_SEARCH_ENDPOINT", URL, IS_A_URL),
            required("KEPT_EMBEDDING_MODEL", MODEL, NAMES_A_MODEL),
            optional("KEPT_RERANK_MODEL", MODEL, NAMES_A_MODEL),
            optional("KEPT_SUMMARY_MODEL", MODEL, NAMES_A_MODEL),
            required("KEPT_EXTRACTION_MODEL", MODEL, "must be rules or name a model"),
            optional("KEPT_EXTRACTION_FOUNDATION_MODEL", MODEL, NAMES_A_MODEL),
            required("KEPT_EXTRACTION_TIMEOUT", "PT([1-9]|[1-3][0-9]|40)S", "must be from PT1S to PT40S"),
            required("KEPT_EXTRACTION_SESSION_BUDGET", BUDGET, IS_A_BUDGET),
            required("KEPT_EXTRACTION_OWNER_BUDGET", BUDGET, IS_A_BUDGET),
            required("KEPT_EXTRACTION_DAY_BUDGET", BUDGET, IS_A_BUDGET),
            optional("KEPT_EXTRACTION_PRICES", "([0-9.]+ ){3}[0-9.]+", "must be four numbers"),
            required("KEPT_REDACT_PERSONAL", "none|strict|[a-z-]+(,[a-z-]+)*", "must be none, strict or a list"),
            required("KEPT_CACHE_MODE", "none|redis", "must be none or redis"),
            optional("KEPT_CACHE_ENDPOINT", "rediss?://\\S+", "must be a redis or rediss URL"),
            required("KEPT_METRICS", "cloudwatch|logs", "must be cloudwatch or logs"),
            optional("KEPT_TRACES_ENDPOINT", URL, IS_A_URL),
            required("KEPT_RATE_LIMIT_READ", RATE, IS_A_RATE),
            required("KEPT_RATE_LIMIT_WRITE", RATE, IS_A_RATE),
            required("KEPT_RATE_LIMIT_HEAVY", RATE, IS_A_RATE),
            required("KEPT_SESSION_IDLE", "PT[1-9][0-9]*[SMH]", "must be a duration as PT2H"),
            required("KEPT_FLAGS_OFF", "[a-z-]+(,[a-z-]+)*", "must be none or a list"),
            optional("KEPT_FLAGS_PARAMETER", "[A-Za-z0-9_./-]{1,1011}", "must name a parameter"));

    private Variables() {}
}
