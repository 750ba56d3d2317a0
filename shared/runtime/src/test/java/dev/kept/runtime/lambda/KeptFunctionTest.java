package dev.kept.runtime.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.Context;
import dev.kept.domain.time.Deadline;
import io.micronaut.context.ApplicationContext;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class KeptFunctionTest {
    private static final Duration GIVEN = Duration.ofSeconds(29);

    private ApplicationContext shared;

    @BeforeEach
    void start() {
        shared = ApplicationContext.run();
    }

    @AfterEach
    void stop() {
        Deadline.none();
        shared.close();
    }

    @Test
    void anInvocationHasItsTimeAndItsLog() {
        assertEquals("asked by r-1 in time", new Echo(shared).handleRequest("asked", anInvocation()));
    }

    @Test
    void anInvocationLeavesNothingBehind() {
        Echo function = new Echo(shared);
        int before = shared.getAllBeanDefinitions().size();

        function.handleRequest("asked", anInvocation());

        assertEquals(before, shared.getAllBeanDefinitions().size());
        assertNull(MDC.get("requestId"));
    }

    @Test
    void aFailureIsTheInvocationsAndEndsItsLogToo() {
        Echo function = new Echo(shared);

        assertThrows(IllegalArgumentException.class, () -> function.handleRequest("", anInvocation()));
        assertNull(MDC.get("requestId"));
    }

    @Test
    void itsContextLivesAsLongAsItDoes() {
        ApplicationContext context = ApplicationContext.run();
        WeakReference<ApplicationContext> seen = new WeakReference<>(context);
        Echo function = new Echo(context);
        context = null;

        System.gc();

        assertNotNull(seen.get());
        assertEquals("asked by r-1 in time", function.handleRequest("asked", anInvocation()));
    }

    private static Context anInvocation() {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (_, method, _) -> switch (method.getName()) {
                    case "getRemainingTimeInMillis" -> (int) GIVEN.toMillis();
                    case "getAwsRequestId" -> "r-1";
                    default -> null;
                });
    }

    private static final class Echo extends KeptFunction<String, String> {
        Echo(ApplicationContext context) {
            super(context);
        }

        @Override
        protected String execute(String event) {
            if (event.isEmpty()) {
                throw new IllegalArgumentException("nothing asked");
            }
            boolean inTime = Deadline.remaining().orElseThrow().compareTo(GIVEN) <= 0;
            return event + " by " + MDC.get("requestId") + (inTime ? " in time" : " too late");
        }
    }
}
