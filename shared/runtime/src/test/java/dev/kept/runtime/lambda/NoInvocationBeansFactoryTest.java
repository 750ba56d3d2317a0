package dev.kept.runtime.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.amazonaws.services.lambda.runtime.Context;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.LambdaContextFactory;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class NoInvocationBeansFactoryTest {
    @Test
    void anInvocationLeavesNoBeanBehind() {
        try (ApplicationContext context = ApplicationContext.run()) {
            int before = context.getAllBeanDefinitions().size();
            LambdaContextFactory factory = context.getBean(LambdaContextFactory.class);
            factory.registerSingletons(anInvocation());

            assertInstanceOf(NoInvocationBeansFactory.class, factory);
            assertEquals(before, context.getAllBeanDefinitions().size());
        }
    }

    private static Context anInvocation() {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(), new Class<?>[] {Context.class}, (_, _, _) -> null);
    }
}
