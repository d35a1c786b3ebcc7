namespace Dateline.Worker.Classification.Evaluation;

/// <summary>Pairs of text and topic whose probability is from here to the next bin: how many, what was said on average, what was true.</summary>
internal readonly record struct ReliabilityBin(double From, int Count, double Said, double True);
