package dev.kept.application.extraction;

import dev.kept.domain.extraction.ExtractionLedger;
import dev.kept.domain.extraction.ParagraphLog;
import dev.kept.domain.memory.ForgottenStatements;
import dev.kept.domain.memory.MemoryStore;
import dev.kept.domain.project.ProjectSettingsStore;
import dev.kept.domain.session.SessionStore;
import dev.kept.domain.session.TurnStore;

/// What extraction reads and writes.
public record ExtractionStores(
        SessionStore sessions,
        TurnStore turns,
        MemoryStore memories,
        ForgottenStatements forgotten,
        ProjectSettingsStore settings,
        ExtractionLedger ledger,
        ParagraphLog paragraphs) {}
