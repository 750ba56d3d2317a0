package dev.kept.application.extraction.pipeline;

import dev.kept.application.extraction.found.Extracted;
import dev.kept.application.extraction.found.Extraction;
import dev.kept.application.extraction.found.ExtractionInput;
import dev.kept.application.extraction.found.Extractor;
import dev.kept.application.extraction.model.AskedModel;
import dev.kept.application.extraction.model.AskedModel.Outcome;
import dev.kept.application.extraction.model.ExtractionPrompt;
import dev.kept.application.extraction.model.Reply;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.extraction.ExtractionMethod;
import dev.kept.domain.extraction.Fallback;
import dev.kept.domain.extraction.ModelUse;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.session.SessionRef;
import dev.kept.domain.session.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Finds what is worth keeping by asking a model, one question for a batch of turns. The rules read every batch first:
/// where the model gives no usable answer, what they found stands, and the run says why.
///
/// What the model said of the last turns is remembered, because a run may be cut short, overtaken or tried again, and
/// nobody should pay for the same turns twice.
public final class ModelExtractor implements Extractor {
    private static final System.Logger LOG = System.getLogger(ModelExtractor.class.getName());
    private static final int TURNS_MAX = 25;
    private static final int CHARACTERS_MAX = 30_000;
    private static final int REMEMBERED_MAX = 200;

    private final AskedModel model;
    private final ExtractionPipeline rules;
    private final ProposalJudge judge;
    private final Redactor redactor;
    private final String name;
    private final Map<Place, Extraction> remembered = new LinkedHashMap<>();

    private record Place(SessionRef session, TurnId turn) {
        static Place of(Turn turn) {
            return new Place(new SessionRef(turn.owner(), turn.sessionId()), turn.id());
        }
    }

    public ModelExtractor(AskedModel model, ExtractionPipeline rules, Redactor redactor) {
        this.redactor = redactor;
        this.model = model;
        this.rules = rules;
        this.judge = rules.proposalJudge();
        this.name = "model:" + model.id() + "/" + ExtractionPrompt.VERSION;
    }

    @Override
    public Extractor frugal() {
        return rules;
    }

    @Override
    public synchronized Extracted read(ExtractionInput input) {
        List<Turn> before = new ArrayList<>(input.lookback());
        List<Extraction> each = new ArrayList<>();
        ExtractionMethod method = new ExtractionMethod(name, Map.of(), ModelUse.NONE);
        for (List<Turn> batch : batches(input.turns())) {
            Extracted read = readBatch(new ExtractionInput(last(before), batch, input.boilerplate()));
            each.addAll(read.each());
            method = method.plus(read.method());
            before.addAll(batch);
        }
        return new Extracted(each, method);
    }

    private static List<Turn> last(List<Turn> turns) {
        return turns.subList(Math.max(0, turns.size() - ExtractionInput.LOOKBACK), turns.size());
    }

    /// As many turns as a question holds; turns that are remembered stand apart from those that are not.
    private List<List<Turn>> batches(List<Turn> turns) {
        List<List<Turn>> batches = new ArrayList<>();
        List<Turn> batch = new ArrayList<>();
        int characters = 0;
        for (Turn turn : turns) {
            int length = turn.utterance().content().length();
            boolean full = batch.size() == TURNS_MAX || characters + length > CHARACTERS_MAX;
            if (!batch.isEmpty() && (full || isRemembered(turn) != isRemembered(batch.getLast()))) {
                batches.add(List.copyOf(batch));
                batch.clear();
                characters = 0;
            }
            batch.add(turn);
            characters += length;
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }

    private boolean isRemembered(Turn turn) {
        return remembered.containsKey(Place.of(turn));
    }

    private Extracted readBatch(ExtractionInput input) {
        List<Extraction> known = input.turns().stream()
                .flatMap(turn -> Stream.ofNullable(remembered.get(Place.of(turn))))
                .toList();
        if (known.size() == input.turns().size()) {
            return new Extracted(known, new ExtractionMethod(name, Map.of(), ModelUse.NONE));
        }
        List<Extraction> byRules = rules.extractEach(input);
        Transcript transcript = rules.transcript(input);
        return transcript.hasNewWordsOfTheUser()
                ? ask(input, transcript, byRules)
                : new Extracted(byRules, new ExtractionMethod(name, Map.of(), ModelUse.NONE));
    }

    private Extracted ask(ExtractionInput input, Transcript transcript, List<Extraction> byRules) {
        Turn first = input.turns().getFirst();
        SessionRef session = new SessionRef(first.owner(), first.sessionId());
        Outcome outcome = model.ask(session, transcript.prompt());
        log(session, input.turns().size(), outcome);
        return switch (outcome) {
            case Outcome.Answer(Reply reply, ModelUse use) -> {
                ModelBatch batch = new ModelBatch(transcript, input.turns(), rules, redactor);
                batch.add(reply, judge);
                List<Extraction> each = batch.extractions(input.turns(), byRules);
                remember(input.turns(), each);
                yield new Extracted(each, new ExtractionMethod(name, Map.of(), use));
            }
            case Outcome.None(Fallback reason, String _, ModelUse use) ->
                new Extracted(byRules, new ExtractionMethod(name, Map.of(reason.word(), 1), use));
        };
    }

    private void remember(List<Turn> turns, List<Extraction> each) {
        if (remembered.size() + turns.size() > REMEMBERED_MAX) {
            remembered.clear();
        }
        for (int i = 0; i < turns.size(); i++) {
            remembered.put(Place.of(turns.get(i)), each.get(i));
        }
    }

    /// Counts only, never what was said.
    private static void log(SessionRef session, int turns, Outcome outcome) {
        ModelUse use = outcome.use();
        System.Logger.Level level =
                outcome instanceof Outcome.None ? System.Logger.Level.WARNING : System.Logger.Level.INFO;
        String ending = outcome instanceof Outcome.None(Fallback reason, String detail, ModelUse _)
                ? reason.word() + " " + detail
                : "answered";
        LOG.log(
                level,
                "model.asked {0} turns={1} calls={2} input={3} output={4} cached={5} costMicros={6} {7}",
                session.id(),
                turns,
                use.calls(),
                use.inputTokens(),
                use.outputTokens(),
                use.cachedTokens(),
                use.costMicros(),
                ending.strip());
    }
}
