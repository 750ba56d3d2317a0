/// Models behind Amazon Bedrock.
@NullMarked
package dev.kept.adapters.bedrock;

import org.jspecify.annotations.NullMarked;
