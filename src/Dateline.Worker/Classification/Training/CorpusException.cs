namespace Dateline.Worker.Classification.Training;

/// <summary>A corpus is missing or not as it should be; the message names the file and is meant for the user.</summary>
internal sealed class CorpusException(string message, Exception? inner = null) : Exception(message, inner);
