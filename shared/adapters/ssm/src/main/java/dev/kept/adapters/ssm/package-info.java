/// Feature flags in a parameter of Systems Manager.
@NullMarked
package dev.kept.adapters.ssm;

import org.jspecify.annotations.NullMarked;
