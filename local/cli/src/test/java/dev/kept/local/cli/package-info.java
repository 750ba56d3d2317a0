/// Tests of the demo and the seed data against an HTTP server that plays Kept.
@NullMarked
package dev.kept.local.cli;

import org.jspecify.annotations.NullMarked;
