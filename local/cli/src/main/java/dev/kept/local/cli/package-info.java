/// Programs that use a running stack over HTTP, as any client would: the demo and the seed data.
@NullMarked
package dev.kept.local.cli;

import org.jspecify.annotations.NullMarked;
