package dev.kept.local.s3;

import dev.kept.local.child.Arguments;
import dev.kept.local.child.ChildProcess;
import dev.kept.local.child.DataDirectory;
import java.net.URI;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/// S3Proxy over the file system: `--port N`, and `--data DIR` or `--ephemeral`. Each bucket is a folder.
public final class LocalS3 {

    private LocalS3() {}

    public static void main(String[] args) {
        ChildProcess.run("s3", args, LocalS3::start);
    }

    private static AutoCloseable start(Arguments arguments) throws Exception {
        DataDirectory directory = DataDirectory.of(arguments);
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(directory.path().toString()))
                .endpoint(URI.create("http://" + ChildProcess.LOOPBACK + ":" + arguments.port()))
                // SDKs send headers that S3Proxy does not know, and a local store need not understand.
                .ignoreUnknownHeaders(true)
                .build();
        proxy.start();
        return () -> {
            proxy.stop();
            directory.close();
        };
    }
}
