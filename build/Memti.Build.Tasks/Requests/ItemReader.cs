using System.Globalization;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Names;
using Microsoft.Build.Framework;

namespace Memti.Build.Tasks.Requests;

/// <summary>Reads the metadata of one item; what cannot be read is an error at its place.</summary>
/// <param name="item">The item.</param>
/// <param name="itemType">Its type, such as <c>MemtiTask</c>.</param>
/// <param name="findings">Takes what is wrong.</param>
internal sealed class ItemReader(ITaskItem item, string itemType, BuildFindings findings)
{
    /// <summary>Name of the item.</summary>
    public string Name => item.ItemSpec;

    /// <summary>Where the item stands.</summary>
    public DiagnosticLocation Place => findings.Places.Of(item, itemType);

    /// <summary>Text; null when there is none.</summary>
    public string? Text(string name)
    {
        string text = item.GetMetadata(name).Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>Text that must be there.</summary>
    public string? RequiredText(string name)
    {
        string? text = Text(name);
        if (text is null)
            findings.Error(BuildCodes.BadBuildValue, Place, $"'{Name}' of {itemType} needs the metadata {name}.");
        return text;
    }

    /// <summary>Parts of a list, separated by semicolons; null when there is none.</summary>
    public IReadOnlyList<string>? List(string name) => Text(name)?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A whole number; null when there is none.</summary>
    public long? Whole(string name) =>
        findings.Whole(Text(name), NumberRange.Of(name), $"{name} of '{Name}'", () => findings.Places.Of(item, itemType, name));

    /// <summary>One of some words; null when there is none.</summary>
    public string? Word(string name, params string[] words) => findings.Word(Text(name), words, $"{name} of '{Name}'", () => findings.Places.Of(item, itemType, name));

    /// <summary>A number; null when there is none.</summary>
    public double? Number(string name) =>
        findings.Number(Text(name), NumberRange.Of(name), $"{name} of '{Name}'", () => findings.Places.Of(item, itemType, name));

    /// <summary>An address: decimal, or hexadecimal behind <c>0x</c>; null when there is none.</summary>
    public string? Address(string name)
    {
        string? text = Text(name);
        if (text is null || IsAddress(text))
            return text;
        findings.Error(BuildCodes.BadBuildValue, findings.Places.Of(item, itemType, name), $"{name} of '{Name}' is '{text}'; permitted: a whole number of bytes such as 0x10000000.");
        return null;
    }

    /// <summary>Warns of metadata that nothing reads.</summary>
    public void WarnOfOthers(IReadOnlyCollection<string> known)
    {
        foreach (string name in item.CloneCustomMetadata().Keys.Cast<string>().Order(StringComparer.Ordinal))
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase) && !OfOthers(name))
                findings.Warning(BuildCodes.UnknownMetadata, findings.Places.Of(item, itemType, name), $"nothing reads {name} of '{Name}'; {Hint(name, known)}");
    }

    private static bool IsAddress(string text) => text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        ? ulong.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _)
        : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    // MSBuild and editors put these on items of any type.
    private static bool OfOthers(string name) => name is "OriginalItemSpec" or "Visible" or "Link" or "SubType" || name.StartsWith("MSBuild", StringComparison.Ordinal);

    private static string Hint(string name, IReadOnlyCollection<string> known) =>
        NearestName.Question(name, known, quote: "") ?? $"known: {string.Join(", ", known)}.";
}
