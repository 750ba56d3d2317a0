package dev.kept.adapters.redis;

import dev.kept.domain.cache.Cache;
import dev.kept.testkit.contract.CacheContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/// What the template lets the cache's user do is all that there is to do.
class GivenRightsIT extends CacheContract {
    private static final Pattern ACCESS = Pattern.compile("AccessString: \"(.+)\"");

    private static Server server;
    private static Connection administrator;
    private static Connection connection;

    @BeforeAll
    static void start() throws IOException {
        server = Server.start("--cluster", "on");
        administrator = Server.connection(server.config());
        var access = ACCESS.matcher(Files.readString(Path.of("../../../infra/cache.yaml")));
        List<String> words = new ArrayList<>(List.of("ACL", "SETUSER", "kept-prod", ">made-for-this-test"));
        access.results().forEach(found -> words.addAll(List.of(found.group(1).split(" ", -1))));
        Server.send(administrator, words.toArray(String[]::new));
        connection = new Connection(server.config(), "kept-prod", () -> "made-for-this-test");
    }

    @AfterAll
    static void stop() {
        connection.close();
        administrator.close();
        server.close();
    }

    @Override
    protected Cache open() {
        Server.send(administrator, "FLUSHALL");
        return Server.cache(server.config(), connection);
    }
}
