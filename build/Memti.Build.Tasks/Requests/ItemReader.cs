using System.Globalization;
using Memti.Documents.Names;
using Microsoft.Build.Framework;

namespace Memti.Build.Tasks.Requests;

/// <summary>Reads the metadata of one item. Invalid metadata is an error at its place.</summary>
/// <param name="item">The item.</param>
/// <param name="itemType">Type of the item, such as <c>MemtiTask</c>.</param>
/// <param name="findings">Receives the errors.</param>
internal sealed class ItemReader(ITaskItem item, string itemType, BuildFindings findings)
{
    /// <summary>Name of the item.</summary>
    public string Name => item.ItemSpec;

    /// <summary>Place of the item.</summary>
    public DiagnosticLocation Place => findings.Places.Of(item, itemType);

    /// <summary>Text; null when it is missing.</summary>
    public string? Text(string name)
    {
        string text = item.GetMetadata(name).Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>Required text; null, with an error, when it is missing.</summary>
    public string? RequiredText(string name)
    {
        string? text = Text(name);
        if (text is null)
            findings.Error(BuildCodes.BadBuildValue, Place, $"'{Name}' of {itemType} needs the metadata {name}.");
        return text;
    }

    /// <summary>A list separated by semicolons; null when it is missing.</summary>
    public IReadOnlyList<string>? List(string name) =>
        Text(name)?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>An integer; null when it is missing or invalid.</summary>
    public long? Whole(string name) =>
        findings.Whole(Text(name), NumberRange.Of(name), $"{name} of '{Name}'", () => findings.Places.Of(item, itemType, name));

    /// <summary>One of the given words; null when it is missing or invalid.</summary>
    public string? Word(string name, params string[] words) =>
        findings.Word(Text(name), words, $"{name} of '{Name}'", () => findings.Places.Of(item, itemType, name));

    /// <summary>A number; null when it is missing or invalid.</summary>
    public double? Number(string name) =>
        findings.Number(Text(name), NumberRange.Of(name), $"{name} of '{Name}'", () => findings.Places.Of(item, itemType, name));

    /// <summary>An address: decimal, or hexadecimal after <c>0x</c>; null when it is missing or invalid.</summary>
    public string? Address(string name)
    {
        string? text = Text(name);
        if (text is null || IsAddress(text))
            return text;
        findings.Error(
            BuildCodes.BadBuildValue,
            findings.Places.Of(item, itemType, name),
            $"{name} of '{Name}' is '{text}'; permitted: a whole number of bytes such as 0x10000000.");
        return null;
    }

    /// <summary>Warns of unknown metadata.</summary>
    public void WarnOfOthers(IReadOnlyCollection<string> known)
    {
        foreach (string name in item.CloneCustomMetadata().Keys.Cast<string>().Order(StringComparer.Ordinal))
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase) && !OfOthers(name))
                findings.Warning(
                    BuildCodes.UnknownMetadata,
                    findings.Places.Of(item, itemType, name),
                    $"nothing reads {name} of '{Name}'; {Hint(name, known)}");
    }

    private static bool IsAddress(string text) => text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        ? ulong.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _)
        : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    // MSBuild and editors add these to items of any type.
    private static bool OfOthers(string name) =>
        name is "OriginalItemSpec" or "Visible" or "Link" or "SubType" || name.StartsWith("MSBuild", StringComparison.Ordinal);

    private static string Hint(string name, IReadOnlyCollection<string> known) =>
        NearestName.Question(name, known, quote: "") ?? $"known: {string.Join(", ", known)}.";
}
