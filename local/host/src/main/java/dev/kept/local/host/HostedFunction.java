package dev.kept.local.host;

/// A function that can be invoked by any number of callers at a time.
interface HostedFunction {
    InvocationResult invoke(String requestId, byte[] event);
}
