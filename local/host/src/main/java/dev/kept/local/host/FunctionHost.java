package dev.kept.local.host;

import dev.kept.local.child.Arguments;
import dev.kept.local.child.ChildProcess;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;

/// `FunctionHost --port N --functions FILE`, FILE being the JSON list of what to load.
///
/// In AWS each function has a process of its own; here they share one, and one Micronaut context, because two dozen
/// JVMs would not fit on a laptop. Handlers come from one flat class path and must agree on their environment.
public final class FunctionHost {
    private FunctionHost() {}

    public static void main(String[] args) {
        // Without it each small reply on a kept-alive connection waits 40 ms for the peer's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // Longer than any client keeps an idle connection: none is closed under a request that is just being sent.
        System.setProperty("sun.net.httpserver.idleInterval", "300");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
        ChildProcess.run("host", args, FunctionHost::start);
    }

    static AutoCloseable start(Arguments arguments) throws IOException {
        ApplicationContext context = ApplicationContext.run();
        var loader = new HandlerLoader(context);
        var functions = new LinkedHashMap<String, LoadedFunction>();
        for (FunctionDeclaration declaration : FunctionDeclaration.read(Path.of(arguments.value("functions")))) {
            functions.put(declaration.name(), new LoadedFunction(declaration, loader.load(declaration.handler())));
        }
        InvokeServer server = InvokeServer.start(arguments.port(), functions);
        return () -> {
            server.close();
            context.close();
        };
    }
}
