/// What holds for every call of the AWS SDK, whichever service it asks.
@NullMarked
package dev.kept.adapters.aws;

import org.jspecify.annotations.NullMarked;
