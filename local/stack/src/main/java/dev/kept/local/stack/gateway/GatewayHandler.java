package dev.kept.local.stack.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Between Jetty and the gateway's own records.
final class GatewayHandler extends Handler.Abstract {

    private final Api api;

    @FunctionalInterface
    interface Api {

        HttpReply handle(IncomingRequest request) throws InterruptedException;
    }

    GatewayHandler(Api api) {
        this.api = api;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        write(answer(request), request, response, callback);
        return true;
    }

    private HttpReply answer(Request request) throws IOException, InterruptedException {
        if (request.getLength() > Gateway.BODY_MAX) {
            return tooLarge();
        }
        try (InputStream content = Content.Source.asInputStream(request)) {
            byte[] body = content.readNBytes(Gateway.BODY_MAX + 1);
            return body.length > Gateway.BODY_MAX ? tooLarge() : api.handle(incoming(request, body));
        }
    }

    private static HttpReply tooLarge() {
        return HttpReply.problem(
                413,
                "too-large",
                "The request is too large",
                "A body may have 10 MB at most",
                UUID.randomUUID().toString());
    }

    private static IncomingRequest incoming(Request request, byte[] body) {
        String path = request.getHttpURI().getPath();
        return new IncomingRequest(
                request.getMethod(),
                path == null || path.isEmpty() ? "/" : path,
                Optional.ofNullable(request.getHttpURI().getQuery()),
                request.getConnectionMetaData().getProtocol(),
                Request.getRemoteAddr(request),
                headers(request),
                new IncomingRequest.Body(body));
    }

    private static Map<String, List<String>> headers(Request request) {
        var headers = new LinkedHashMap<String, List<String>>();
        for (HttpField field : request.getHeaders()) {
            String value = field.getValue();
            headers.computeIfAbsent(field.getName(), _ -> new ArrayList<>()).add(value == null ? "" : value);
        }
        return headers;
    }

    private static void write(HttpReply reply, Request request, Response response, Callback callback) {
        byte[] body = reply.bytes();
        response.setStatus(reply.status());
        reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        reply.cookies().forEach(cookie -> response.getHeaders().add(HttpHeader.SET_COOKIE, cookie));
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        if (reply.status() == 413) {
            // What is left of the body is not read: the connection cannot be used again.
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        boolean head = request.getMethod().equals("HEAD");
        response.write(true, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(body), callback);
    }
}
