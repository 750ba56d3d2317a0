package dev.kept.runtime.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.Context;
import dev.kept.domain.time.Deadline;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.LambdaContextFactory;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NoInvocationBeansFactoryTest {
    @AfterEach
    void forgetTheDeadline() {
        Deadline.none();
    }

    @Test
    void anInvocationLeavesNoBeanBehind() {
        try (ApplicationContext context = ApplicationContext.run()) {
            int before = context.getAllBeanDefinitions().size();
            LambdaContextFactory factory = context.getBean(LambdaContextFactory.class);
            factory.registerSingletons(anInvocation());

            assertTrue(Deadline.remaining().isPresent(), "its time is known");
            assertInstanceOf(NoInvocationBeansFactory.class, factory);
            assertEquals(before, context.getAllBeanDefinitions().size());
        }
    }

    private static Context anInvocation() {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (_, method, _) -> method.getName().equals("getRemainingTimeInMillis") ? 29_000 : null);
    }
}
