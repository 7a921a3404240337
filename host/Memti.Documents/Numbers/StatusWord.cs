using Memti.Abstractions.Parameters;

namespace Memti.Documents.Numbers;

/// <summary>How files and reports write the status of a number.</summary>
public static class StatusWord
{
    /// <summary>The words in the order of <see cref="NumberStatus"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<NumberStatus>().Select(Of)];

    /// <summary>The word of a status.</summary>
    public static string Of(NumberStatus status) => status.ToString().ToLowerInvariant();
}
