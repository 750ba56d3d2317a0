/// What each port promises, as tests that its fake and its adapters extend.
@NullMarked
package dev.kept.testkit.contract;

import org.jspecify.annotations.NullMarked;
