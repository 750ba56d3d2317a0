package dev.kept.application.session;

import dev.kept.application.cache.Form;
import dev.kept.application.cache.Wire;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.id.TurnId;
import dev.kept.domain.session.SessionTail;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// Where a session ends, in some 60 bytes.
final class TailForm implements Form<SessionTail> {
    @Override
    public String name() {
        return "tail/1";
    }

    @Override
    public void write(SessionTail tail, DataOutputStream out) throws IOException {
        Wire.optional(tail.projectId().map(ProjectId::value), Wire::text, out);
        Wire.optional(tail.lastTurnId().map(TurnId::value), Wire::text, out);
        out.writeLong(tail.turnCount());
    }

    @Override
    public SessionTail read(DataInputStream in) throws IOException {
        return new SessionTail(
                Wire.optional(Wire::text, in).map(ProjectId::new),
                Wire.optional(Wire::text, in).map(TurnId::new),
                in.readLong());
    }
}
