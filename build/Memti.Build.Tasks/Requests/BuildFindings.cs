using System.Globalization;
using Microsoft.Build.Utilities;

namespace Memti.Build.Tasks.Requests;

/// <summary>Parses numbers of project files, and logs errors at their places.</summary>
/// <param name="log">Log of the task.</param>
internal sealed class BuildFindings(TaskLoggingHelper log)
{
    private const NumberStyles WholeForm = NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>Places in project files.</summary>
    public ProjectPlaces Places { get; } = new();

    /// <summary>Parses an integer; null when it is missing, or, with an error, invalid.</summary>
    public long? Whole(string? text, NumberRange range, string name, Func<DiagnosticLocation> place)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (long.TryParse(text, WholeForm, CultureInfo.InvariantCulture, out long value) && range.Holds(value))
            return value;
        Error(BuildCodes.BadBuildValue, place(), $"{name} is '{text}'; permitted: a whole number {range}.");
        return null;
    }

    /// <summary>Parses a number; null when it is missing, or, with an error, invalid.</summary>
    public double? Number(string? text, NumberRange range, string name, Func<DiagnosticLocation> place)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && range.Holds(value))
            return value;
        Error(BuildCodes.BadBuildValue, place(), $"{name} is '{text}'; permitted: a number {range}.");
        return null;
    }

    /// <summary>Checks a word; null when it is missing, or, with an error, invalid.</summary>
    public string? Word(string? text, IReadOnlyCollection<string> words, string name, Func<DiagnosticLocation> place)
    {
        if (string.IsNullOrWhiteSpace(text) || words.Contains(text, StringComparer.Ordinal))
            return string.IsNullOrWhiteSpace(text) ? null : text;
        Error(BuildCodes.BadBuildValue, place(), $"{name} is '{text}'; permitted: {string.Join(", ", words)}.");
        return null;
    }

    /// <summary>Logs an error.</summary>
    public void Error(string code, DiagnosticLocation place, string message) =>
        log.LogError(null, code, null, place.File, place.Line, place.Column, 0, 0, "{0}", message);

    /// <summary>Logs a warning.</summary>
    public void Warning(string code, DiagnosticLocation place, string message) =>
        log.LogWarning(null, code, null, place.File, place.Line, place.Column, 0, 0, "{0}", message);
}
