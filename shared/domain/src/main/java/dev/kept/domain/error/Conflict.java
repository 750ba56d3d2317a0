package dev.kept.domain.error;

/// The record changed under the caller, or is there already.
public final class Conflict extends KeptException {
    private static final long serialVersionUID = 1L;
    private final boolean versionRace;

    private Conflict(String message, boolean versionRace) {
        super(message);
        this.versionRace = versionRace;
    }

    /// The named version is not the current one (HTTP 412 when the caller sent `If-Match`).
    public static Conflict versionRace(String what, String id) {
        return new Conflict(what + " " + id + " has another version", true);
    }

    public static Conflict exists(String what, String id) {
        return new Conflict(what + " " + id + " exists already", false);
    }

    public static Conflict because(String reason) {
        return new Conflict(reason, false);
    }

    public boolean isVersionRace() {
        return versionRace;
    }
}
