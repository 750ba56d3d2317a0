/// The functions' process: every handler of the system in one JVM, behind the Lambda Invoke API.
@NullMarked
package dev.kept.local.host;

import org.jspecify.annotations.NullMarked;
