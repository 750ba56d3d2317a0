/// Requests for work, and parked messages, in SQS queues.
@NullMarked
package dev.kept.adapters.sqs;

import org.jspecify.annotations.NullMarked;
