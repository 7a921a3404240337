using Memti.Abstractions.Diagnostics;

namespace Memti.Documents.Json;

/// <summary>A JSON file that is read, for findings.</summary>
/// <param name="Name">The file as the user knows it.</param>
/// <param name="What">What it should be: <c>manifest of version 1</c>.</param>
/// <param name="Code">Code of findings.</param>
/// <param name="Consequence">What happens now, as a sentence. Default: null, for nothing to add.</param>
public sealed record JsonFile(string Name, string What, string Code, string? Consequence = null)
{
    /// <summary>An error of the file.</summary>
    /// <param name="why">What is wrong, without a full stop.</param>
    /// <param name="line">Line, from 1; 0 when unknown.</param>
    /// <param name="column">Column, from 1; 0 when unknown.</param>
    /// <param name="inner">What it follows from.</param>
    public MemtiException Refused(string why, int line = 0, int column = 0, Exception? inner = null) => new(
        new Diagnostic(Code, $"the file is no {What}: {why}.{(Consequence is null ? "" : " " + Consequence)}")
        {
            File = Name,
            Line = line,
            Column = column,
        },
        inner);
}
