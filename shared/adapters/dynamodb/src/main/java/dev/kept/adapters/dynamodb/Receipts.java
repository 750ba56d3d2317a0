package dev.kept.adapters.dynamodb;

import dev.kept.domain.id.TurnId;
import dev.kept.domain.session.AppendedTurns.Receipt;
import dev.kept.domain.session.Utterance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of the turns of one batch so far, by their place in it.
final class Receipts {
    private final List<Utterance> utterances;
    private final Map<Integer, Receipt> settled = new HashMap<>();

    Receipts(List<Utterance> utterances) {
        this.utterances = utterances;
    }

    boolean isSettled(int place) {
        return settled.containsKey(place);
    }

    void settle(int place, TurnId id, boolean duplicate) {
        settled.putIfAbsent(place, new Receipt(id, utterances.get(place).clientId(), duplicate));
    }

    /// The client's ids of those that are not settled.
    List<String> openIds() {
        List<String> open = new ArrayList<>();
        for (int i = 0; i < utterances.size(); i++) {
            if (!isSettled(i)) {
                utterances.get(i).clientId().ifPresent(open::add);
            }
        }
        return open;
    }

    /// @param known turns that the session has, by the client's ids
    void settleKnown(Map<String, TurnId> known) {
        for (int i = 0; i < utterances.size(); i++) {
            int place = i;
            utterances.get(i).clientId().map(known::get).ifPresent(id -> settle(place, id, true));
        }
    }

    TurnId first() {
        return ids().stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    TurnId last() {
        return ids().stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    private List<TurnId> ids() {
        return settled.values().stream().map(Receipt::turnId).toList();
    }

    /// One for each turn, in order. Turns that stand twice in the batch are the same turn.
    List<Receipt> all() {
        Map<String, TurnId> known = new HashMap<>();
        settled.values().forEach(receipt -> receipt.clientId().ifPresent(id -> known.put(id, receipt.turnId())));
        settleKnown(known);
        List<Receipt> inOrder = new ArrayList<>();
        for (int i = 0; i < utterances.size(); i++) {
            inOrder.add(Optional.ofNullable(settled.get(i)).orElseThrow());
        }
        return inOrder;
    }
}
