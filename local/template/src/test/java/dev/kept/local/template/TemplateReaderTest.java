package dev.kept.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateReaderTest {

    private static final LocalValues VALUES = LocalValues.withEndpoints("http://127.0.0.1:9324", "127.0.0.1:9200");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!Ref Name                                              | plain",
                "{Ref: Name}                                            | plain",
                "!Sub '${Name}-${AWS::Region}'                          | plain-us-east-1",
                "!Sub ['${a}-${Name}', {a: !Ref Count}]                 | 3-plain",
                "!Sub '${!Name}'                                        | ${Name}",
                "!Sub '${Work.Arn}'                                     | arn:aws:sqs:us-east-1:000000000000:Work",
                "!GetAtt Work.QueueName                                 | Work",
                "{'Fn::GetAtt': [Work, QueueName]}                      | Work",
                "!Ref Work                                              | http://127.0.0.1:9324/000000000000/Work",
                "!If [Three, yes it is, no]                             | yes it is",
                "!If [NotThree, a, b]                                   | b",
                "!If [Both, a, b]                                       | b",
                "!If [Either, a, b]                                     | a",
                "!Join ['-', [a, !Ref Name, c]]                         | a-plain-c",
                "!Select [1, [a, b, c]]                                 | b",
                "!Select [1, !Split ['/', a/b/c]]                       | b",
                "!Select [1, !Ref Several]                              | y",
                "!FindInMap [Sizes, !Ref Name, small]                   | 10",
                "{'Fn::Base64': kept}                                   | a2VwdA==",
            })
    void evaluates(String expression, String expected) throws IOException {
        SystemModel system = read("""
                Parameters:
                  Name: {Type: String, Default: plain}
                  Count: {Type: Number, Default: 3}
                  Several: {Type: CommaDelimitedList, Default: "x, y"}
                Mappings:
                  Sizes: {plain: {small: 10}}
                Conditions:
                  Three: !Equals [!Ref Count, 3]
                  NotThree: !Not [Condition: Three]
                  Both: !And [Condition: Three, Condition: NotThree]
                  Either: !Or [Condition: Three, Condition: NotThree]
                Resources:
                  Work: {Type: "AWS::SQS::Queue"}
                Outputs:
                  Result: {Value: %s}
                """.formatted(expression.strip()));
        assertEquals(expected, system.outputs().get("Result"));
    }

    @Test
    void leavesOutWhatHasNoValueAndWhatItsConditionForbids() throws IOException {
        SystemModel system = read("""
                Conditions:
                  Never: !Equals [a, b]
                Resources:
                  Absent: {Type: "AWS::SQS::Queue", Condition: Never}
                  Work:
                    Type: AWS::SQS::Queue
                    Properties:
                      DelaySeconds: !If [Never, 5, !Ref "AWS::NoValue"]
                      VisibilityTimeout: 30
                """);
        assertEquals(
                List.of("Work"), system.queues().stream().map(QueueModel::name).toList());
        assertEquals(
                Map.of("VisibilityTimeout", "30"), system.queues().getFirst().attributes());
    }

    @Test
    void followsNestedStacksInBothDirections() throws IOException {
        Files.writeString(folder.resolve("queues.yaml"), """
                Parameters:
                  Suffix: {Type: String}
                Resources:
                  Work: {Type: "AWS::SQS::Queue", Properties: {QueueName: !Sub "work-${Suffix}"}}
                Outputs:
                  Url: {Value: !Ref Work}
                """);
        SystemModel system = read("""
                Resources:
                  Queues:
                    Type: AWS::CloudFormation::Stack
                    Properties: {TemplateURL: queues.yaml, Parameters: {Suffix: !Ref "AWS::StackName"}}
                Outputs:
                  Url: {Value: !GetAtt Queues.Outputs.Url}
                """);
        assertEquals(
                "http://127.0.0.1:9324/000000000000/work-kept", system.outputs().get("Url"));
    }

    @Test
    void mergesGlobalsIntoFunctionsAndNamesThemByTheirFolder() throws IOException {
        FunctionModel function = read("""
                        Globals:
                          Function:
                            Timeout: 10
                            Environment: {Variables: {A: global, B: global}}
                        Resources:
                          SearchFunction:
                            Type: AWS::Serverless::Function
                            Properties:
                              CodeUri: functions/search/target/search.zip
                              Handler: a.Search
                              Environment: {Variables: {B: own}}
                        """).functions().getFirst();
        assertEquals("search", function.name());
        assertEquals(Duration.ofSeconds(10), function.timeout());
        assertEquals(Map.of("A", "global", "B", "own"), function.environment());
    }

    @Test
    void readsEveryKindOfEvent() throws IOException {
        List<EventModel> events = read("""
                        Resources:
                          Work: {Type: "AWS::SQS::Queue"}
                          Items:
                            Type: AWS::DynamoDB::Table
                            Properties:
                              AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
                              KeySchema: [{AttributeName: id, KeyType: HASH}]
                          Function:
                            Type: AWS::Serverless::Function
                            Properties:
                              Handler: a.B
                              Events:
                                Route: {Type: HttpApi, Properties: {Method: get, Path: /a, Auth: {Authorizer: NONE}}}
                                Queue: {Type: SQS, Properties: {Queue: !GetAtt Work.Arn, ScalingConfig: {MaximumConcurrency: 2}}}
                                Stream:
                                  Type: DynamoDB
                                  Properties:
                                    Stream: !GetAtt Items.StreamArn
                                    StartingPosition: TRIM_HORIZON
                                    MaximumRetryAttempts: -1
                                    BisectBatchOnFunctionError: true
                                    FilterCriteria: {Filters: [{Pattern: "{}"}]}
                                Clock: {Type: ScheduleV2, Properties: {ScheduleExpression: rate(1 minute), Input: "{}"}}
                        """).functions().getFirst().events();
        assertEquals(new EventModel.Route("Route", "GET", "/a", Optional.of("NONE")), events.get(0));
        var queue = (EventModel.QueueSource) events.get(1);
        assertEquals(10, queue.batchSize());
        assertEquals(Optional.of(2), queue.maximumConcurrency());
        var stream = (EventModel.StreamSource) events.get(2);
        assertEquals(Optional.empty(), stream.maximumRetries());
        assertTrue(stream.bisects());
        var clock = (EventModel.Schedule) events.get(3);
        assertEquals(Optional.of("{}"), clock.input());
        assertTrue(clock.enabled());
    }

    @Test
    void readsATableWithAllItsIndexes() throws IOException {
        TableModel table = read("""
                        Resources:
                          Items:
                            Type: AWS::DynamoDB::Table
                            Properties:
                              AttributeDefinitions:
                                - {AttributeName: owner, AttributeType: S}
                                - {AttributeName: at, AttributeType: N}
                              KeySchema: [{AttributeName: owner, KeyType: HASH}, {AttributeName: at, KeyType: RANGE}]
                              GlobalSecondaryIndexes:
                                - IndexName: by-time
                                  KeySchema: [{AttributeName: at, KeyType: HASH}]
                                  Projection: {ProjectionType: KEYS_ONLY}
                              StreamSpecification: {StreamViewType: NEW_AND_OLD_IMAGES}
                              TimeToLiveSpecification: {AttributeName: expiresAt, Enabled: true}
                        """).tables().getFirst();
        assertEquals(new TableModel.Key("owner", Optional.of("at")), table.key());
        assertEquals("KEYS_ONLY", table.globalIndexes().getFirst().projection());
        assertEquals(Optional.of("expiresAt"), table.ttlAttribute());
        assertEquals(Optional.of("NEW_AND_OLD_IMAGES"), table.streamView());
    }

    @Test
    void listsWhatItDoesNotRunInsteadOfFailing() throws IOException {
        SystemModel system =
                read("Resources: {Key: {Type: 'AWS::KMS::Key'}, Search: {Type: 'AWS::OpenSearchService::Domain'}}");
        assertEquals(List.of(new SystemModel.NotRunLocally("Key", "AWS::KMS::Key")), system.notRunLocally());
        assertTrue(system.search());
    }

    @Test
    void saysInWhichFileAndLineAndResourceANameIsUnknown() {
        TemplateException failure = assertThrows(TemplateException.class, () -> read("""
                        Resources:
                          Work:
                            Type: AWS::SQS::Queue
                            Properties:
                              QueueName: !Ref Nmae
                        """));
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.contains("template.yaml:5: there is no parameter or resource named Nmae"), message);
        assertTrue(message.endsWith("(in Work)"), message);
    }

    @Test
    void refusesAValueThatIsNotAllowed() throws IOException {
        Path template = write(
                "Parameters: {Mode: {Type: String, Default: a, AllowedValues: [a, b]}}\nResources: {}\nOutputs: {M: {Value: !Ref Mode}}");
        assertFalse(TemplateReader.read(template, Map.of("Mode", "b"), VALUES)
                .outputs()
                .isEmpty());
        assertThrows(TemplateException.class, () -> TemplateReader.read(template, Map.of("Mode", "c"), VALUES));
        assertThrows(TemplateException.class, () -> TemplateReader.read(template, Map.of("Other", "c"), VALUES));
    }

    @Test
    void noticesConditionsThatDependOnThemselves() {
        assertThrows(
                TemplateException.class,
                () -> read(
                        "Conditions: {A: !Not [Condition: A]}\nResources: {Work: {Type: 'AWS::SQS::Queue', Condition: A}}"));
    }

    private SystemModel read(String text) throws IOException {
        return TemplateReader.read(write(text), Map.of(), VALUES);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("template.yaml"), text);
    }
}
