/// Manages users and API keys.
@NullMarked
package dev.kept.functions.users;

import org.jspecify.annotations.NullMarked;
