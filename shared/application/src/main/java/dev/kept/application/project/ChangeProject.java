package dev.kept.application.project;

import dev.kept.application.redaction.ChosenNames;
import dev.kept.application.redaction.Redactor;
import dev.kept.domain.error.Conflict;
import dev.kept.domain.id.Owner;
import dev.kept.domain.id.ProjectId;
import dev.kept.domain.project.ProjectSettings;
import dev.kept.domain.project.ProjectSettingsStore;
import java.time.Clock;
import java.util.Optional;

/// Switches extraction off and on in a project.
public final class ChangeProject {
    private static final int TRIES = 5;
    private final ProjectSettingsStore settings;
    private final ChosenNames names;
    private final Clock clock;

    public ChangeProject(ProjectSettingsStore settings, Redactor redactor, Clock clock) {
        this.settings = settings;
        this.names = new ChosenNames(redactor);
        this.clock = clock;
    }

    /// @param expectedVersion empty: whatever it is
    /// @throws dev.kept.domain.error.InvalidRequest when the name of the project holds a secret
    /// @throws Conflict when the version is another one
    public ProjectSettings extraction(Owner owner, ProjectId project, boolean on, Optional<Long> expectedVersion) {
        names.check("projectId", project);
        Conflict last = Conflict.versionRace("settings of project", project.value());
        for (int tries = 0; tries < TRIES; tries++) {
            ProjectSettings before = settings.find(owner, project);
            boolean nothingToMatch = before.version() == 0;
            if (expectedVersion.isPresent() && (nothingToMatch || expectedVersion.get() != before.version())) {
                throw last;
            }
            try {
                return settings.save(before.withExtraction(on, clock.instant()));
            } catch (Conflict race) {
                last = race;
            }
        }
        throw last;
    }
}
