package dev.kept.local.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kept.local.stack.process.ChildSpec;
import dev.kept.local.stack.process.ChildSpec.OnDeath;
import dev.kept.local.template.FunctionModel;
import dev.kept.local.template.SystemModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The process that all functions run in, or that starts one for each; it is started again when it dies.
final class HostProcess {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Of functions that run alone: those that a conversation needs fit in at once, at some 200 MB each.
    private static final int WARM_MAX = 12;

    private HostProcess() {}

    /// Writes down which functions it is to hold, too.
    static ChildSpec of(SystemModel model, Servers servers, StackOptions options, Home home, int port)
            throws IOException {
        ArrayNode declarations = JSON.createArrayNode();
        model.functions().forEach(function -> declarations.add(declaration(function, servers, options)));
        home.write("functions.json", declarations.toPrettyString(), false);
        return new ChildSpec(
                Processes.HOST,
                options.root().resolve("local/host"),
                "dev.kept.local.host." + (options.isolated() ? "IsolatedHost" : "FunctionHost"),
                options.functionClasses(),
                port,
                arguments(options, home),
                HostEnvironment.of(model.functions(), servers, options.models()),
                OnDeath.RESTART);
    }

    private static ObjectNode declaration(FunctionModel function, Servers servers, StackOptions options) {
        ObjectNode declaration = JSON.createObjectNode()
                .put("name", function.name())
                .put("handler", function.handler())
                .put("timeoutSeconds", function.timeout().toSeconds())
                .put("memoryMegabytes", function.memoryMegabytes())
                .put("background", function.isBackground())
                .put("codeUri", options.root().resolve(function.codeUri()).toString());
        return declaration.set("environment", JSON.valueToTree(own(function, servers, options)));
    }

    private static Map<String, String> own(FunctionModel function, Servers servers, StackOptions options) {
        return options.isolated() ? HostEnvironment.of(List.of(function), servers, options.models()) : Map.of();
    }

    private static List<String> arguments(StackOptions options, Home home) {
        List<String> arguments = new ArrayList<>(
                List.of("--functions", home.file("functions.json").toString()));
        if (options.isolated()) {
            arguments.addAll(List.of("--code", home.file("functions").toString()));
            arguments.addAll(List.of("--logs", home.file("logs").toString()));
            arguments.addAll(List.of("--warm", Integer.toString(WARM_MAX)));
        }
        return arguments;
    }
}
