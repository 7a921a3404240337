using System.Text.Json.Nodes;

namespace Memti.Abstractions.Studies;

/// <summary>What a study of a plugin found: tables for eyes and spreadsheets, and the same as a document for programs.</summary>
/// <param name="Tables">At least one; the first is what <c>--format csv</c> gives.</param>
/// <param name="Document">What <c>--format json</c> gives.</param>
public sealed record StudyResult(IReadOnlyList<StudyTable> Tables, JsonObject Document);
