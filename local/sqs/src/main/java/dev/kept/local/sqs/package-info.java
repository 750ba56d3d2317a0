/// ElasticMQ as a child process, bound to loopback: the SQS of this machine.
@NullMarked
package dev.kept.local.sqs;

import org.jspecify.annotations.NullMarked;
