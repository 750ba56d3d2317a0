package dev.kept.local.stack.gateway;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// Requests that fail before they reach a route, such as one that is not HTTP, get the same form of error as all
/// others.
final class ProblemErrors extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus() < 400 ? 500 : response.getStatus();
        HttpReply problem = HttpReply.problem(
                status,
                status < 500 ? "invalid-request" : "internal",
                HttpStatus.getMessage(status),
                "The request cannot be read",
                UUID.randomUUID().toString());
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.write(true, ByteBuffer.wrap(problem.bytes()), callback);
        return true;
    }
}
