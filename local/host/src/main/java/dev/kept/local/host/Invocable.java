package dev.kept.local.host;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// A handler of either kind, seen as what Lambda sees: bytes in, bytes out.
@FunctionalInterface
interface Invocable {

    void invoke(InputStream event, OutputStream reply, Context context) throws IOException;
}
