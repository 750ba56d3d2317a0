/// S3Proxy over the file system as a child process, bound to loopback.
@NullMarked
package dev.kept.local.s3;

import org.jspecify.annotations.NullMarked;
