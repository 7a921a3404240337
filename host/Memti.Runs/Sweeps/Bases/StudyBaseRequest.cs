namespace Memti.Runs.Sweeps.Bases;

/// <summary>The base of a study, and what the study does with it.</summary>
/// <param name="File">The file of the base.</param>
/// <param name="Set">What holds at every point, as <c>key=value</c>.</param>
/// <param name="Words">Every expression whose value is a word: it may name a file that points depend on.</param>
/// <param name="Rows">Names of the rows to run; empty for all.</param>
/// <param name="Folder">Folder for what points leave for each other, and for a run that goes on; no other process writes into it.</param>
/// <param name="Threads">Threads in all, at least 1. They never change a result.</param>
public sealed record StudyBaseRequest(
    string File, IReadOnlyList<string> Set, IReadOnlyList<string> Words, IReadOnlyList<string> Rows, string Folder, int Threads);
