/// Large content on S3Proxy.
@NullMarked
package dev.kept.adapters.s3;

import org.jspecify.annotations.NullMarked;
