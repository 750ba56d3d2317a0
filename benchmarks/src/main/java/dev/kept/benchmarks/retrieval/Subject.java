package dev.kept.benchmarks.retrieval;

import dev.kept.benchmarks.retrieval.NeutralConversation.Question;
import java.util.List;

/// What is measured: something that takes in conversations and answers questions about them. Asked by any number of
/// threads once all conversations are in.
public interface Subject {
    /// Takes in a conversation, and returns when its turns can be found and its memories are extracted.
    void ingest(NeutralConversation conversation);

    /// @return results in rank order, each as the ids of the turns that it rests on; a turn of another conversation
    /// has an id that this one does not have
    List<List<String>> search(NeutralConversation conversation, Question question, int limit);

    Passage context(NeutralConversation conversation, Question question, int budget);

    /// A context.
    ///
    /// @param turns ids of the turns that its items rest on
    record Passage(String text, List<String> turns) {
        public Passage {
            turns = List.copyOf(turns);
        }
    }
}
