package dev.kept.local.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.kept.local.stack.process.ChildSpec;
import dev.kept.local.stack.process.ChildSpec.OnDeath;
import dev.kept.local.template.FunctionModel;
import dev.kept.local.template.SystemModel;
import java.io.IOException;
import java.util.List;

/// The process that all functions run in; it is started again when it dies.
final class HostProcess {
    private static final ObjectMapper JSON = new ObjectMapper();

    private HostProcess() {}

    /// Writes down which functions it is to hold, too.
    static ChildSpec of(SystemModel model, Servers servers, StackOptions options, Home home, int port)
            throws IOException {
        ArrayNode declarations = JSON.createArrayNode();
        for (FunctionModel function : model.functions()) {
            declarations
                    .addObject()
                    .put("name", function.name())
                    .put("handler", function.handler())
                    .put("timeoutSeconds", function.timeout().toSeconds())
                    .put("memoryMegabytes", function.memoryMegabytes());
        }
        home.write("functions.json", declarations.toPrettyString(), false);
        return new ChildSpec(
                Processes.HOST,
                options.root().resolve("local/host"),
                "dev.kept.local.host.FunctionHost",
                options.functionClasses(),
                port,
                List.of("--functions", home.file("functions.json").toString()),
                HostEnvironment.of(model, servers, options.models()),
                OnDeath.RESTART);
    }
}
