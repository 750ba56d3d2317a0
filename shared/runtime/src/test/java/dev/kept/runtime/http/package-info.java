@NullMarked
package dev.kept.runtime.http;

import org.jspecify.annotations.NullMarked;
