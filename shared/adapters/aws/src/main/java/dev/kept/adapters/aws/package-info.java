/// What holds for every call of the AWS SDK, whichever service it asks. Adapters stand on it; it knows none of them.
@NullMarked
package dev.kept.adapters.aws;

import org.jspecify.annotations.NullMarked;
