package dev.kept.local.host;

import dev.kept.local.child.Arguments;
import dev.kept.local.child.ChildProcess;
import dev.kept.local.lambda.Folders;
import dev.kept.local.lambda.FunctionCode;
import dev.kept.local.lambda.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `IsolatedHost --port N --functions FILE --code DIR --logs DIR --warm N`: invokes functions as [FunctionHost] does,
/// but each in processes of its own, started from its zip as the managed runtime starts it.
///
/// `code` takes the unpacked zips, and `warm` is how many processes are kept at most.
public final class IsolatedHost {
    /// Twenty heaps of a function's full memory would not fit on a laptop, and none is needed here.
    private static final List<String> SMALL = List.of("-Xms16m", "-Xmx320m");

    private final Arguments arguments;

    private IsolatedHost(Arguments arguments) {
        this.arguments = arguments;
    }

    public static void main(String[] args) {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "300");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
        ChildProcess.run("host", args, parsed -> new IsolatedHost(parsed).start());
    }

    private AutoCloseable start() throws IOException {
        WarmEnvironments environments = new WarmEnvironments(Integer.parseInt(arguments.value("warm")));
        Map<String, IsolatedFunction> functions = new LinkedHashMap<>();
        for (FunctionDeclaration declaration : FunctionDeclaration.read(Path.of(arguments.value("functions")))) {
            functions.put(declaration.name(), new IsolatedFunction(declaration, launch(declaration), environments));
        }
        InvokeServer server = InvokeServer.start(arguments.port(), functions);
        return () -> {
            server.close();
            environments.close();
        };
    }

    private Launch launch(FunctionDeclaration function) throws IOException {
        Path zip = Path.of(function.codeUri());
        if (!Files.exists(zip)) {
            throw new IllegalArgumentException(zip + " is missing: ./kept package makes it");
        }
        Path folder = Folders.unpack(zip, Files.createDirectories(Path.of(arguments.value("code"))));
        FunctionCode code = new FunctionCode(
                function.name(), function.handler(), folder, function.memoryMegabytes(), function.environment());
        Path log = Path.of(arguments.value("logs"), "function-" + function.name() + ".log");
        Files.writeString(log, "");
        return Launch.onDemand(code, log).withOptions(SMALL);
    }
}
