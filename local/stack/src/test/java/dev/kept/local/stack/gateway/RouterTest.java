package dev.kept.local.stack.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {

    private final Router router = new Router(Requests.system(
            "GET /v1/{any+}",
            "GET /v1/contexts/{id}",
            "GET /v1/contexts/preview",
            "ANY /v1/contexts/{id}",
            "POST /v1/search"));

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/contexts/preview, GET /v1/contexts/preview",
        "GET, /v1/contexts/c1, GET /v1/contexts/{id}",
        "PUT, /v1/contexts/c1, ANY /v1/contexts/{id}",
        "GET, /v1/contexts/c1/more, GET /v1/{any+}",
        "POST, /v1/search, POST /v1/search",
    })
    void takesTheMostSpecificRoute(String method, String path, String expected) {
        var found = assertInstanceOf(Router.Found.Matched.class, router.find(method, path));
        assertEquals(expected, found.route().key());
    }

    @Test
    void decodesPathParametersAndLeavesPlusSignsAlone() {
        var found = assertInstanceOf(Router.Found.Matched.class, router.find("GET", "/v1/contexts/a%2Fb%20c+d"));
        assertEquals(Map.of("id", "a/b c+d"), found.parameters());
    }

    @Test
    void handsTheRestOfThePathToAGreedyParameter() {
        var found = assertInstanceOf(Router.Found.Matched.class, router.find("GET", "/v1/a/b/c"));
        assertEquals(Map.of("any", "a/b/c"), found.parameters());
    }

    @Test
    void tellsAWrongMethodFromAWrongPath() {
        var wrong = assertInstanceOf(Router.Found.WrongMethod.class, router.find("DELETE", "/v1/search"));
        assertEquals("[GET, POST]", wrong.allowed().toString());
        assertInstanceOf(Router.Found.Nothing.class, router.find("GET", "/v2/contexts"));
        assertInstanceOf(Router.Found.Nothing.class, router.find("GET", "/"));
    }
}
