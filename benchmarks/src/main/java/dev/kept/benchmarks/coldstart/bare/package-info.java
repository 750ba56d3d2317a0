/// Handlers without a framework and without our layers, to compare with. They run on the jars of the functions that
/// they stand beside, and load no other class of this module.
@NullMarked
package dev.kept.benchmarks.coldstart.bare;

import org.jspecify.annotations.NullMarked;
