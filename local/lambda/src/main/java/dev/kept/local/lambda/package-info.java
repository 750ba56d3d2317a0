/// What Lambda does around a function: unpacks its zip, starts its process, hands it events through the Runtime API.
@NullMarked
package dev.kept.local.lambda;

import org.jspecify.annotations.NullMarked;
