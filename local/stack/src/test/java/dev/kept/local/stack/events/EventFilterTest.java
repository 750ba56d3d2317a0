package dev.kept.local.stack.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.local.stack.aws.AwsJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFilterTest {

    private static final String EVENT = """
            {"eventName":"MODIFY","size":7,"tags":["a","b"],
             "dynamodb":{"Keys":{"item":{"S":"TURN#1"}},"NewImage":{"unindexedSince":{"S":"2026"},"Upper":{"S":"ABC"}}}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true  | {'eventName':['INSERT','MODIFY']}",
                "false | {'eventName':['INSERT']}",
                "true  | {'dynamodb':{'Keys':{'item':{'S':[{'prefix':'TURN#'}]}}}}",
                "false | {'dynamodb':{'Keys':{'item':{'S':[{'prefix':'SESSION#'}]}}}}",
                "true  | {'dynamodb':{'Keys':{'item':{'S':[{'suffix':'#1'}]}}}}",
                "true  | {'dynamodb':{'NewImage':{'unindexedSince':{'S':[{'exists':true}]}}}}",
                "false | {'dynamodb':{'OldImage':{'unindexedSince':{'S':[{'exists':true}]}}}}",
                "true  | {'dynamodb':{'OldImage':{'unindexedSince':{'S':[{'exists':false}]}}}}",
                "false | {'dynamodb':{'NewImage':{'unindexedSince':[{'exists':true}]}}}",
                "true  | {'eventName':[{'anything-but':['INSERT','REMOVE']}]}",
                "false | {'eventName':[{'anything-but':'MODIFY'}]}",
                "false | {'eventName':[{'anything-but':{'prefix':'MOD'}}]}",
                "true  | {'size':[{'numeric':['>',5,'<=',7]}]}",
                "false | {'size':[{'numeric':['<',7]}]}",
                "true  | {'size':[7.0]}",
                "true  | {'tags':['b']}",
                "false | {'tags':['c']}",
                "true  | {'dynamodb':{'NewImage':{'Upper':{'S':[{'equals-ignore-case':'abc'}]}}}}",
                "true  | {'$or':[{'size':[1]},{'eventName':['MODIFY']}]}",
                "false | {'eventName':['MODIFY'],'size':[1]}",
                "true  | {}",
            })
    void matchesAsLambdaDoes(boolean expected, String pattern) throws Exception {
        assertEquals(
                expected, EventFilter.of(List.of(pattern.replace('\'', '"'))).matches(AwsJson.JSON.readTree(EVENT)));
    }

    @Test
    void letsPassWhatAnyOfSeveralPatternsWants() throws Exception {
        var event = AwsJson.JSON.readTree(EVENT);
        assertTrue(EventFilter.of(List.of("{\"size\":[1]}", "{\"size\":[7]}")).matches(event));
        assertFalse(EventFilter.of(List.of("{\"size\":[1]}", "{\"size\":[2]}")).matches(event));
        assertTrue(EventFilter.of(List.of()).matches(event));
    }
}
