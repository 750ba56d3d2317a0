/// Users and their API keys.
@NullMarked
package dev.kept.domain.account;

import org.jspecify.annotations.NullMarked;
