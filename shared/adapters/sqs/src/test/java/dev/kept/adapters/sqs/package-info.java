/// The queues on ElasticMQ.
@NullMarked
package dev.kept.adapters.sqs;

import org.jspecify.annotations.NullMarked;
