package dev.kept.adapters.opennlp;

import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.tokenize.TokenizerME;

/// One thread's set of tools.
record Tools(SentenceDetectorME sentences, TokenizerME words, POSTaggerME tags) {}
