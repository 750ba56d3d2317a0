/// Users, their API keys, and who a key belongs to.
@NullMarked
package dev.kept.application.account;

import org.jspecify.annotations.NullMarked;
