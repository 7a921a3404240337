using System.Text.Json.Nodes;

namespace Memti.Abstractions.Studies;

/// <summary>Result of a plugin's study: tables for readers and spreadsheets, and the same data as a JSON document.</summary>
/// <param name="Tables">At least one; <c>--format csv</c> prints the first.</param>
/// <param name="Document">Printed by <c>--format json</c>.</param>
public sealed record StudyResult(IReadOnlyList<StudyTable> Tables, JsonObject Document);
